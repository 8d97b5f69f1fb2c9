"""Who may do what to reports; by hand, as in `grids`.

Reports go the road of a plan but are neither registered nor concluded: those acts are not for them, whoever asks.
"""

from tests.factories import APPROVED, CONSOLIDATED, DRAFT, PRESENTED, RETURNED, REVIEWED, SUBMITTED

#: A reports to B. The office sees it from the first submit, C once the meeting has heard it.
UNIT_REPORT = {
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
        register     ===  ...  ...  .... ==.. .
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
        register     ===  ===  ...  ==== ==.. .
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
        register     ===  ===  ...  ==== ==.. .
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
        register     ===  ===  ...  ==== ==.. .
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
        register     ===  ===  ...  ==== ==.. .
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
        register     ===  ===  ...  ==== ==.. .
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
#: B's own report, that the office checks (its clerk does not: review is the head's and the deputy's). Signed by
#: B's head every unit sees it, A and C, too; returned or reopened it is a draft again, of B and the office.
MONITORING_REPORT = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       ...  +++  ...  .... xx.. .
        withdraw     ...  ===  ...  .... xx.. .
        approve      ...  x==  ...  .... xx.. .
        recall       ...  x==  ...  .... xx.. .
        review       ...  xxx  ...  .... xx.. .
        return       ...  x==  ...  .... xx.. .
        send-back    ...  xxx  ...  .... xx.. .
        consolidate  ...  xxx  ...  .... xx.. .
        present      ...  xxx  ...  .... =x.. .
        reopen       ...  xxx  ...  .... =x.. .
        register     ...  ===  ...  .... ==.. .
        conclude     ...  ===  ...  .... ==.. .
        instruct     ...  ===  ...  .... ==.. .
        close        ...  ===  ...  .... ==.. .
        strike       ...  ===  ...  .... ==.. .
        discard      ...  ===  ...  .... ==.. .
        stop         ...  ===  ...  .... ==.. .
        reassign     ...  ===  ...  .... ==.. .
        occur        ...  ===  ...  .... ==.. .
        grant        ...  ===  ...  .... ==.. .
        decline      ...  ===  ...  .... ==.. .
    """,
    SUBMITTED: """
        submit       ...  ===  ...  xxxx xx.. .
        withdraw     ...  +++  ...  xxxx xx.. .
        approve      ...  x++  ...  xxxx xx.. .
        recall       ...  x==  ...  xxxx xx.. .
        review       ...  xxx  ...  x==x xx.. .
        return       ...  x++  ...  xxxx xx.. .
        send-back    ...  xxx  ...  x=== xx.. .
        consolidate  ...  xxx  ...  x=== xx.. .
        present      ...  xxx  ...  xxxx =x.. .
        reopen       ...  xxx  ...  x=== =x.. .
        register     ...  ===  ...  ==== ==.. .
        conclude     ...  ===  ...  ==== ==.. .
        instruct     ...  ===  ...  ==== ==.. .
        close        ...  ===  ...  ==== ==.. .
        strike       ...  ===  ...  ==== ==.. .
        discard      ...  ===  ...  ==== ==.. .
        stop         ...  ===  ...  ==== ==.. .
        reassign     ...  ===  ...  ==== ==.. .
        occur        ...  ===  ...  ==== ==.. .
        grant        ...  ===  ...  ==== ==.. .
        decline      ...  ===  ...  ==== ==.. .
    """,
    RETURNED: """
        submit       ...  +++  ...  xxxx xx.. .
        withdraw     ...  ===  ...  xxxx xx.. .
        approve      ...  x==  ...  xxxx xx.. .
        recall       ...  x==  ...  xxxx xx.. .
        review       ...  xxx  ...  x==x xx.. .
        return       ...  x==  ...  x==x xx.. .
        send-back    ...  xxx  ...  x=== xx.. .
        consolidate  ...  xxx  ...  x=== xx.. .
        present      ...  xxx  ...  xxxx =x.. .
        reopen       ...  xxx  ...  x=== =x.. .
        register     ...  ===  ...  ==== ==.. .
        conclude     ...  ===  ...  ==== ==.. .
        instruct     ...  ===  ...  ==== ==.. .
        close        ...  ===  ...  ==== ==.. .
        strike       ...  ===  ...  ==== ==.. .
        discard      ...  ===  ...  ==== ==.. .
        stop         ...  ===  ...  ==== ==.. .
        reassign     ...  ===  ...  ==== ==.. .
        occur        ...  ===  ...  ==== ==.. .
        grant        ...  ===  ...  ==== ==.. .
        decline      ...  ===  ...  ==== ==.. .
    """,
    APPROVED: """
        submit       xxx  ===  xxx  xxxx xx.. .
        withdraw     xxx  ===  xxx  xxxx xx.. .
        approve      xxx  x==  xxx  xxxx xx.. .
        recall       xxx  x++  xxx  xxxx xx.. .
        review       xxx  xxx  xxx  x++x xx.. .
        return       xxx  xxx  xxx  x++x xx.. .
        send-back    xxx  xxx  xxx  x=== xx.. .
        consolidate  xxx  xxx  xxx  x=== xx.. .
        present      xxx  xxx  xxx  xxxx =x.. .
        reopen       xxx  xxx  xxx  x=== =x.. .
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
    REVIEWED: """
        submit       xxx  ===  xxx  xxxx xx.. .
        withdraw     xxx  ===  xxx  xxxx xx.. .
        approve      xxx  x==  xxx  xxxx xx.. .
        recall       xxx  x==  xxx  xxxx xx.. .
        review       xxx  xxx  xxx  x==x xx.. .
        return       xxx  x==  xxx  x==x xx.. .
        send-back    xxx  xxx  xxx  x+++ xx.. .
        consolidate  xxx  xxx  xxx  x=== xx.. .
        present      xxx  xxx  xxx  xxxx =x.. .
        reopen       xxx  xxx  xxx  x=== =x.. .
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
    CONSOLIDATED: """
        submit       xxx  ===  xxx  xxxx xx.. .
        withdraw     xxx  ===  xxx  xxxx xx.. .
        approve      xxx  x==  xxx  xxxx xx.. .
        recall       xxx  x==  xxx  xxxx xx.. .
        review       xxx  xxx  xxx  x==x xx.. .
        return       xxx  x==  xxx  x==x xx.. .
        send-back    xxx  xxx  xxx  x=== xx.. .
        consolidate  xxx  xxx  xxx  x=== xx.. .
        present      xxx  xxx  xxx  xxxx =x.. .
        reopen       xxx  xxx  xxx  x+++ xx.. .
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
    PRESENTED: """
        submit       xxx  ===  xxx  xxxx xx.. .
        withdraw     xxx  ===  xxx  xxxx xx.. .
        approve      xxx  x==  xxx  xxxx xx.. .
        recall       xxx  x==  xxx  xxxx xx.. .
        review       xxx  xxx  xxx  x==x xx.. .
        return       xxx  x==  xxx  x==x xx.. .
        send-back    xxx  xxx  xxx  x=== xx.. .
        consolidate  xxx  xxx  xxx  x=== xx.. .
        present      xxx  xxx  xxx  xxxx =x.. .
        reopen       xxx  xxx  xxx  xxxx +x.. .
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
