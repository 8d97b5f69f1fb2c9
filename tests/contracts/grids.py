"""Who may do what to a plan and to a consolidation: by hand from the tables of the design (sections 2 and 4).

A column is a person (PEOPLE), a row an act (ACTS), a cell what POST cases/{id}/acts answers: `+` done (201), `x` no
right (403), `=` the state forbids it (409), `!` something is missing (422), `.` not theirs to see (404).
"""

from tests.factories import APPROVED, CONSOLIDATED, DRAFT, PRESENTED, RETURNED, REVIEWED, SUBMITTED

PLAN = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       +++  ...  ...  .... xx.. .
        withdraw     ===  ...  ...  .... xx.. .
        approve      x==  ...  ...  .... xx.. .
        recall       x==  ...  ...  .... xx.. .
        review       xxx  ...  ...  .... xx.. .
        return       x==  ...  ...  .... xx.. .
        send-back    xxx  ...  ...  .... xx.. .
        consolidate  xxx  ...  ...  .... xx.. .
        present      xxx  ...  ...  .... =x.. .
        reopen       xxx  ...  ...  .... =x.. .
        register     xxx  ...  ...  .... xx.. .
        conclude     ===  ...  ...  .... ==.. .
        instruct     ===  ...  ...  .... ==.. .
        close        ===  ...  ...  .... ==.. .
        strike       ===  ...  ...  .... ==.. .
        discard      +++  ...  ...  .... xx.. .
        stop         xxx  ...  ...  .... =x.. .
        reassign     xxx  ...  ...  .... =x.. .
        occur        x==  ...  ...  .... xx.. .
        grant        ===  ...  ...  .... ==.. .
        decline      ===  ...  ...  .... ==.. .
    """,
    SUBMITTED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     +++  xxx  ...  xxxx xx.. .
        approve      x++  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       xxx  x==  ...  xxxx xx.. .
        return       x++  xxx  ...  xxxx xx.. .
        send-back    xxx  xxx  ...  x=== xx.. .
        consolidate  xxx  xxx  ...  x=== xx.. .
        present      xxx  xxx  ...  xxxx =x.. .
        reopen       xxx  xxx  ...  x=== =x.. .
        register     xxx  xxx  ...  x=== xx.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  xxx  ...  xxxx xx.. .
        stop         xxx  xxx  ...  xxxx =x.. .
        reassign     xxx  xxx  ...  x=== =x.. .
        occur        x==  xxx  ...  x=== xx.. .
        grant        ===  ===  ...  ==== ==.. .
        decline      ===  ===  ...  ==== ==.. .
    """,
    RETURNED: """
        submit       +++  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       xxx  x==  ...  xxxx xx.. .
        return       x==  x==  ...  xxxx xx.. .
        send-back    xxx  xxx  ...  x=== xx.. .
        consolidate  xxx  xxx  ...  x=== xx.. .
        present      xxx  xxx  ...  xxxx =x.. .
        reopen       xxx  xxx  ...  x=== =x.. .
        register     xxx  xxx  ...  x+++ xx.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      +++  xxx  ...  xxxx xx.. .
        stop         xxx  xxx  ...  xxxx =x.. .
        reassign     xxx  xxx  ...  x=== =x.. .
        occur        x==  xxx  ...  x=== xx.. .
        grant        ===  ===  ...  ==== ==.. .
        decline      ===  ===  ...  ==== ==.. .
    """,
    APPROVED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x++  xxx  ...  xxxx xx.. .
        review       xxx  x++  ...  xxxx xx.. .
        return       xxx  x++  ...  xxxx xx.. .
        send-back    xxx  xxx  ...  x=== xx.. .
        consolidate  xxx  xxx  ...  x=== xx.. .
        present      xxx  xxx  ...  xxxx =x.. .
        reopen       xxx  xxx  ...  x=== =x.. .
        register     xxx  xxx  ...  x+++ xx.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  xxx  ...  xxxx xx.. .
        stop         xxx  xxx  ...  xxxx =x.. .
        reassign     xxx  xxx  ...  x=== =x.. .
        occur        x==  xxx  ...  x=== xx.. .
        grant        ===  ===  ...  ==== ==.. .
        decline      ===  ===  ...  ==== ==.. .
    """,
    REVIEWED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       xxx  x==  ...  xxxx xx.. .
        return       x==  x==  ...  xxxx xx.. .
        send-back    xxx  xxx  ...  x+++ xx.. .
        consolidate  xxx  xxx  ...  x+++ xx.. .
        present      xxx  xxx  ...  xxxx =x.. .
        reopen       xxx  xxx  ...  x=== =x.. .
        register     xxx  xxx  ...  x+++ xx.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  xxx  ...  xxxx xx.. .
        stop         xxx  xxx  ...  xxxx =x.. .
        reassign     xxx  xxx  ...  x=== =x.. .
        occur        x==  xxx  ...  x=== xx.. .
        grant        ===  ===  ...  ==== ==.. .
        decline      ===  ===  ...  ==== ==.. .
    """,
    CONSOLIDATED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       xxx  x==  ...  xxxx xx.. .
        return       x==  x==  ...  xxxx xx.. .
        send-back    xxx  xxx  ...  x=== xx.. .
        consolidate  xxx  xxx  ...  x=== xx.. .
        present      xxx  xxx  ...  xxxx +x.. .
        reopen       xxx  xxx  ...  x+++ xx.. .
        register     xxx  xxx  ...  x+++ xx.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  xxx  ...  xxxx xx.. .
        stop         xxx  xxx  ...  xxxx =x.. .
        reassign     xxx  xxx  ...  x=== =x.. .
        occur        x==  xxx  ...  x=== xx.. .
        grant        ===  ===  ...  ==== ==.. .
        decline      ===  ===  ...  ==== ==.. .
    """,
    PRESENTED: """
        submit       ===  xxx  xxx  xxxx xx.. .
        withdraw     ===  xxx  xxx  xxxx xx.. .
        approve      x==  xxx  xxx  xxxx xx.. .
        recall       x==  xxx  xxx  xxxx xx.. .
        review       xxx  x==  xxx  xxxx xx.. .
        return       x==  x==  xxx  xxxx xx.. .
        send-back    xxx  xxx  xxx  x=== xx.. .
        consolidate  xxx  xxx  xxx  x=== xx.. .
        present      xxx  xxx  xxx  xxxx =x.. .
        reopen       xxx  xxx  xxx  xxxx +x.. .
        register     xxx  xxx  xxx  x+++ xx.. .
        conclude     ===  ===  ===  ==== ==.. .
        instruct     ===  ===  ===  ==== ==.. .
        close        ===  ===  ===  ==== ==.. .
        strike       ===  ===  ===  ==== ==.. .
        discard      ===  xxx  xxx  xxxx xx.. .
        stop         xxx  xxx  xxx  xxxx +x.. .
        reassign     xxx  xxx  xxx  x+++ +x.. .
        occur        x++  xxx  xxx  x+++ xx.. .
        grant        ===  ===  ===  ==== ==.. .
        decline      ===  ===  ===  ==== ==.. .
    """,
}
#: By the first procedure: it is consolidated inside something and presented at a meeting; running cases keep it.
PLAN_1 = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       +++  ...  ...  .... xx.. .
        withdraw     ===  ...  ...  .... xx.. .
        approve      x==  ...  ...  .... xx.. .
        recall       x==  ...  ...  .... xx.. .
        review       xxx  ...  ...  .... xx.. .
        return       x==  ...  ...  .... xx.. .
        send-back    xxx  ...  ...  .... xx.. .
        consolidate  xxx  ...  ...  .... xx.. .
        present      xxx  ...  ...  .... =x.. .
        reopen       xxx  ...  ...  .... =x.. .
        register     xxx  ...  ...  .... xx.. .
        conclude     ===  ...  ...  .... ==.. .
        instruct     ===  ...  ...  .... ==.. .
        close        ===  ...  ...  .... ==.. .
        strike       ===  ...  ...  .... ==.. .
        discard      ===  ...  ...  .... ==.. .
        stop         ===  ...  ...  .... ==.. .
        reassign     ===  ...  ...  .... ==.. .
        occur        ===  ...  ...  .... ==.. .
        grant        ===  ...  ...  .... ==.. .
        decline      ===  ...  ...  .... ==.. .
    """,
    SUBMITTED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     +++  xxx  ...  xxxx xx.. .
        approve      x++  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       xxx  x==  ...  xxxx xx.. .
        return       x++  xxx  ...  xxxx xx.. .
        send-back    xxx  xxx  ...  x=== xx.. .
        consolidate  xxx  xxx  ...  x=== xx.. .
        present      xxx  xxx  ...  xxxx =x.. .
        reopen       xxx  xxx  ...  x=== =x.. .
        register     xxx  xxx  ...  x=== xx.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  ===  ...  ==== ==.. .
        stop         ===  ===  ...  ==== ==.. .
        reassign     ===  ===  ...  ==== ==.. .
        occur        ===  ===  ...  ==== ==.. .
        grant        ===  ===  ...  ==== ==.. .
        decline      ===  ===  ...  ==== ==.. .
    """,
    RETURNED: """
        submit       +++  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       xxx  x==  ...  xxxx xx.. .
        return       x==  x==  ...  xxxx xx.. .
        send-back    xxx  xxx  ...  x=== xx.. .
        consolidate  xxx  xxx  ...  x=== xx.. .
        present      xxx  xxx  ...  xxxx =x.. .
        reopen       xxx  xxx  ...  x=== =x.. .
        register     xxx  xxx  ...  x+++ xx.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  ===  ...  ==== ==.. .
        stop         ===  ===  ...  ==== ==.. .
        reassign     ===  ===  ...  ==== ==.. .
        occur        ===  ===  ...  ==== ==.. .
        grant        ===  ===  ...  ==== ==.. .
        decline      ===  ===  ...  ==== ==.. .
    """,
    APPROVED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x++  xxx  ...  xxxx xx.. .
        review       xxx  x++  ...  xxxx xx.. .
        return       xxx  x++  ...  xxxx xx.. .
        send-back    xxx  xxx  ...  x=== xx.. .
        consolidate  xxx  xxx  ...  x=== xx.. .
        present      xxx  xxx  ...  xxxx =x.. .
        reopen       xxx  xxx  ...  x=== =x.. .
        register     xxx  xxx  ...  x=== xx.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  ===  ...  ==== ==.. .
        stop         ===  ===  ...  ==== ==.. .
        reassign     ===  ===  ...  ==== ==.. .
        occur        ===  ===  ...  ==== ==.. .
        grant        ===  ===  ...  ==== ==.. .
        decline      ===  ===  ...  ==== ==.. .
    """,
    REVIEWED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       xxx  x==  ...  xxxx xx.. .
        return       x==  x==  ...  xxxx xx.. .
        send-back    xxx  xxx  ...  x+++ xx.. .
        consolidate  xxx  xxx  ...  x=== xx.. .
        present      xxx  xxx  ...  xxxx =x.. .
        reopen       xxx  xxx  ...  x=== =x.. .
        register     xxx  xxx  ...  x=== xx.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  ===  ...  ==== ==.. .
        stop         ===  ===  ...  ==== ==.. .
        reassign     ===  ===  ...  ==== ==.. .
        occur        ===  ===  ...  ==== ==.. .
        grant        ===  ===  ...  ==== ==.. .
        decline      ===  ===  ...  ==== ==.. .
    """,
    CONSOLIDATED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       xxx  x==  ...  xxxx xx.. .
        return       x==  x==  ...  xxxx xx.. .
        send-back    xxx  xxx  ...  x=== xx.. .
        consolidate  xxx  xxx  ...  x=== xx.. .
        present      xxx  xxx  ...  xxxx =x.. .
        reopen       xxx  xxx  ...  x+++ xx.. .
        register     xxx  xxx  ...  x=== xx.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  ===  ...  ==== ==.. .
        stop         ===  ===  ...  ==== ==.. .
        reassign     ===  ===  ...  ==== ==.. .
        occur        ===  ===  ...  ==== ==.. .
        grant        ===  ===  ...  ==== ==.. .
        decline      ===  ===  ...  ==== ==.. .
    """,
    PRESENTED: """
        submit       ===  xxx  xxx  xxxx xx.. .
        withdraw     ===  xxx  xxx  xxxx xx.. .
        approve      x==  xxx  xxx  xxxx xx.. .
        recall       x==  xxx  xxx  xxxx xx.. .
        review       xxx  x==  xxx  xxxx xx.. .
        return       x==  x==  xxx  xxxx xx.. .
        send-back    xxx  xxx  xxx  x=== xx.. .
        consolidate  xxx  xxx  xxx  x=== xx.. .
        present      xxx  xxx  xxx  xxxx =x.. .
        reopen       xxx  xxx  xxx  xxxx +x.. .
        register     xxx  xxx  xxx  x=== xx.. .
        conclude     ===  ===  ===  ==== ==.. .
        instruct     ===  ===  ===  ==== ==.. .
        close        ===  ===  ===  ==== ==.. .
        strike       ===  ===  ===  ==== ==.. .
        discard      ===  ===  ===  ==== ==.. .
        stop         ===  ===  ===  ==== ==.. .
        reassign     ===  ===  ===  ==== ==.. .
        occur        ===  ===  ===  ==== ==.. .
        grant        ===  ===  ===  ==== ==.. .
        decline      ===  ===  ===  ==== ==.. .
    """,
}
#: A consolidation skips unit-approved and monitor-reviewed: those acts are not for it, whoever asks.
CONSOLIDATION = {
    DRAFT: """
        submit       ...  ...  ...  ++++ xx.. .
        withdraw     ...  ...  ...  ==== xx.. .
        approve      ...  ...  ...  ==== ==.. .
        recall       ...  ...  ...  ==== ==.. .
        review       ...  ...  ...  ==== ==.. .
        return       ...  ...  ...  x==x xx.. .
        send-back    ...  ...  ...  ==== ==.. .
        consolidate  ...  ...  ...  x==x xx.. .
        present      ...  ...  ...  xxxx =x.. .
        reopen       ...  ...  ...  ==== ==.. .
        register     ...  ...  ...  ==== ==.. .
        conclude     ...  ...  ...  ==== ==.. .
        instruct     ...  ...  ...  ==== ==.. .
        close        ...  ...  ...  ==== ==.. .
        strike       ...  ...  ...  ==== ==.. .
        discard      ...  ...  ...  ==== ==.. .
        stop         ...  ...  ...  ==== ==.. .
        reassign     ...  ...  ...  ==== ==.. .
        occur        ...  ...  ...  ==== ==.. .
        grant        ...  ...  ...  ==== ==.. .
        decline      ...  ...  ...  ==== ==.. .
    """,
    SUBMITTED: """
        submit       ...  ...  ...  ==== xx.. .
        withdraw     ...  ...  ...  ++++ xx.. .
        approve      ...  ...  ...  ==== ==.. .
        recall       ...  ...  ...  ==== ==.. .
        review       ...  ...  ...  ==== ==.. .
        return       ...  ...  ...  x++x xx.. .
        send-back    ...  ...  ...  ==== ==.. .
        consolidate  ...  ...  ...  x++x xx.. .
        present      ...  ...  ...  xxxx =x.. .
        reopen       ...  ...  ...  ==== ==.. .
        register     ...  ...  ...  ==== ==.. .
        conclude     ...  ...  ...  ==== ==.. .
        instruct     ...  ...  ...  ==== ==.. .
        close        ...  ...  ...  ==== ==.. .
        strike       ...  ...  ...  ==== ==.. .
        discard      ...  ...  ...  ==== ==.. .
        stop         ...  ...  ...  ==== ==.. .
        reassign     ...  ...  ...  ==== ==.. .
        occur        ...  ...  ...  ==== ==.. .
        grant        ...  ...  ...  ==== ==.. .
        decline      ...  ...  ...  ==== ==.. .
    """,
    CONSOLIDATED: """
        submit       ...  ...  ...  ==== xx.. .
        withdraw     ...  ...  ...  ==== xx.. .
        approve      ...  ...  ...  ==== ==.. .
        recall       ...  ...  ...  ==== ==.. .
        review       ...  ...  ...  ==== ==.. .
        return       ...  ...  ...  x==x xx.. .
        send-back    ...  ...  ...  ==== ==.. .
        consolidate  ...  ...  ...  x==x xx.. .
        present      ...  ...  ...  xxxx =x.. .
        reopen       ...  ...  ...  ==== ==.. .
        register     ...  ...  ...  ==== ==.. .
        conclude     ...  ...  ...  ==== ==.. .
        instruct     ...  ...  ...  ==== ==.. .
        close        ...  ...  ...  ==== ==.. .
        strike       ...  ...  ...  ==== ==.. .
        discard      ...  ...  ...  ==== ==.. .
        stop         ...  ...  ...  ==== ==.. .
        reassign     ...  ...  ...  ==== ==.. .
        occur        ...  ...  ...  ==== ==.. .
        grant        ...  ...  ...  ==== ==.. .
        decline      ...  ...  ...  ==== ==.. .
    """,
    PRESENTED: """
        submit       xxx  xxx  xxx  ==== xx.. .
        withdraw     xxx  xxx  xxx  ==== xx.. .
        approve      ===  ===  ===  ==== ==.. .
        recall       ===  ===  ===  ==== ==.. .
        review       ===  ===  ===  ==== ==.. .
        return       xxx  xxx  xxx  x==x xx.. .
        send-back    ===  ===  ===  ==== ==.. .
        consolidate  xxx  xxx  xxx  x==x xx.. .
        present      xxx  xxx  xxx  xxxx =x.. .
        reopen       ===  ===  ===  ==== ==.. .
        register     ===  ===  ===  ==== ==.. .
        conclude     ===  ===  ===  ==== ==.. .
        instruct     ===  ===  ===  ==== ==.. .
        close        ===  ===  ===  ==== ==.. .
        strike       ===  ===  ===  ==== ==.. .
        discard      ===  ===  ===  ==== ==.. .
        stop         ===  ===  ===  ==== ==.. .
        reassign     ===  ===  ===  ==== ==.. .
        occur        ===  ===  ===  ==== ==.. .
        grant        ===  ===  ===  ==== ==.. .
        decline      ===  ===  ===  ==== ==.. .
    """,
}
