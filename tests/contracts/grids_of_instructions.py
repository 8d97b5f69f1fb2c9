"""Who may do what to an instruction; by hand, as in `grids`.

The office's clerk passed it on to A, citing the leader, who may strike it while three working days last. It is followed
up by the office: its head and deputies return an answer, so does the leader whose it is; whoever consolidates closes, so
does the leadership.
"""

from tests.factories import APPROVED, DRAFT, RETURNED, REVIEWED, SUBMITTED

INSTRUCTION = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       +++  ...  ...  xxxx xx.. .
        withdraw     ===  ...  ...  xxxx xx.. .
        approve      x==  ...  ...  xxxx xx.. .
        recall       x==  ...  ...  xxxx xx.. .
        review       ===  ...  ...  ==== ==.. .
        return       x==  ...  ...  x==x =x.. .
        send-back    ===  ...  ...  ==== ==.. .
        consolidate  ===  ...  ...  ==== ==.. .
        present      ===  ...  ...  ==== ==.. .
        reopen       ===  ...  ...  ==== ==.. .
        register     ===  ...  ...  ==== ==.. .
        conclude     ===  ...  ...  ==== ==.. .
        instruct     xxx  ...  ...  x=== =x.. .
        close        xxx  ...  ...  x+++ +x.. .
        strike       xxx  ...  ...  xxxx +x.. .
        discard      ===  ...  ...  ==== ==.. .
        stop         ===  ...  ...  ==== ==.. .
        reassign     ===  ...  ...  ==== ==.. .
        occur        ===  ...  ...  ==== ==.. .
        grant        ===  ...  ...  ==== ==.. .
        decline      ===  ...  ...  ==== ==.. .
    """,
    SUBMITTED: """
        submit       ===  ...  ...  xxxx xx.. .
        withdraw     +++  ...  ...  xxxx xx.. .
        approve      x++  ...  ...  xxxx xx.. .
        recall       x==  ...  ...  xxxx xx.. .
        review       ===  ...  ...  ==== ==.. .
        return       x++  ...  ...  xxxx xx.. .
        send-back    ===  ...  ...  ==== ==.. .
        consolidate  ===  ...  ...  ==== ==.. .
        present      ===  ...  ...  ==== ==.. .
        reopen       ===  ...  ...  ==== ==.. .
        register     ===  ...  ...  ==== ==.. .
        conclude     ===  ...  ...  ==== ==.. .
        instruct     xxx  ...  ...  x=== =x.. .
        close        xxx  ...  ...  x+++ +x.. .
        strike       xxx  ...  ...  xxxx +x.. .
        discard      ===  ...  ...  ==== ==.. .
        stop         ===  ...  ...  ==== ==.. .
        reassign     ===  ...  ...  ==== ==.. .
        occur        ===  ...  ...  ==== ==.. .
        grant        ===  ...  ...  ==== ==.. .
        decline      ===  ...  ...  ==== ==.. .
    """,
    RETURNED: """
        submit       +++  ...  ...  xxxx xx.. .
        withdraw     ===  ...  ...  xxxx xx.. .
        approve      x==  ...  ...  xxxx xx.. .
        recall       x==  ...  ...  xxxx xx.. .
        review       ===  ...  ...  ==== ==.. .
        return       x==  ...  ...  x==x =x.. .
        send-back    ===  ...  ...  ==== ==.. .
        consolidate  ===  ...  ...  ==== ==.. .
        present      ===  ...  ...  ==== ==.. .
        reopen       ===  ...  ...  ==== ==.. .
        register     ===  ...  ...  ==== ==.. .
        conclude     ===  ...  ...  ==== ==.. .
        instruct     xxx  ...  ...  x=== =x.. .
        close        xxx  ...  ...  x+++ +x.. .
        strike       xxx  ...  ...  xxxx +x.. .
        discard      ===  ...  ...  ==== ==.. .
        stop         ===  ...  ...  ==== ==.. .
        reassign     ===  ...  ...  ==== ==.. .
        occur        ===  ...  ...  ==== ==.. .
        grant        ===  ...  ...  ==== ==.. .
        decline      ===  ...  ...  ==== ==.. .
    """,
    APPROVED: """
        submit       ===  ...  ...  xxxx xx.. .
        withdraw     ===  ...  ...  xxxx xx.. .
        approve      x==  ...  ...  xxxx xx.. .
        recall       x++  ...  ...  xxxx xx.. .
        review       ===  ...  ...  ==== ==.. .
        return       xxx  ...  ...  x++x +x.. .
        send-back    ===  ...  ...  ==== ==.. .
        consolidate  ===  ...  ...  ==== ==.. .
        present      ===  ...  ...  ==== ==.. .
        reopen       ===  ...  ...  ==== ==.. .
        register     ===  ...  ...  ==== ==.. .
        conclude     ===  ...  ...  ==== ==.. .
        instruct     xxx  ...  ...  x=== =x.. .
        close        xxx  ...  ...  x+++ +x.. .
        strike       xxx  ...  ...  xxxx +x.. .
        discard      ===  ...  ...  ==== ==.. .
        stop         ===  ...  ...  ==== ==.. .
        reassign     ===  ...  ...  ==== ==.. .
        occur        ===  ...  ...  ==== ==.. .
        grant        ===  ...  ...  ==== ==.. .
        decline      ===  ...  ...  ==== ==.. .
    """,
    REVIEWED: """
        submit       ===  ...  ...  xxxx xx.. .
        withdraw     ===  ...  ...  xxxx xx.. .
        approve      x==  ...  ...  xxxx xx.. .
        recall       x==  ...  ...  xxxx xx.. .
        review       ===  ...  ...  ==== ==.. .
        return       x==  ...  ...  x==x =x.. .
        send-back    ===  ...  ...  ==== ==.. .
        consolidate  ===  ...  ...  ==== ==.. .
        present      ===  ...  ...  ==== ==.. .
        reopen       ===  ...  ...  ==== ==.. .
        register     ===  ...  ...  ==== ==.. .
        conclude     ===  ...  ...  ==== ==.. .
        instruct     xxx  ...  ...  x=== =x.. .
        close        xxx  ...  ...  x=== =x.. .
        strike       xxx  ...  ...  xxxx =x.. .
        discard      ===  ...  ...  ==== ==.. .
        stop         ===  ...  ...  ==== ==.. .
        reassign     ===  ...  ...  ==== ==.. .
        occur        ===  ...  ...  ==== ==.. .
        grant        ===  ...  ...  ==== ==.. .
        decline      ===  ...  ...  ==== ==.. .
    """,
}
#: What A asked B about its draft: B's head signs it, which ends it. A sees it once it was submitted, so does the office.
OPINION = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       ...  +++  ...  .... xx.. .
        withdraw     ...  ===  ...  .... xx.. .
        approve      ...  x==  ...  .... xx.. .
        recall       ...  ===  ...  .... ==.. .
        review       ...  ===  ...  .... ==.. .
        return       ...  x==  ...  .... xx.. .
        send-back    ...  ===  ...  .... ==.. .
        consolidate  ...  ===  ...  .... ==.. .
        present      ...  ===  ...  .... ==.. .
        reopen       ...  ===  ...  .... ==.. .
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
        submit       xxx  ===  ...  xxxx xx.. .
        withdraw     xxx  +++  ...  xxxx xx.. .
        approve      xxx  x++  ...  xxxx xx.. .
        recall       ===  ===  ...  ==== ==.. .
        review       ===  ===  ...  ==== ==.. .
        return       xxx  x++  ...  xxxx xx.. .
        send-back    ===  ===  ...  ==== ==.. .
        consolidate  ===  ===  ...  ==== ==.. .
        present      ===  ===  ...  ==== ==.. .
        reopen       ===  ===  ...  ==== ==.. .
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
        submit       xxx  +++  ...  xxxx xx.. .
        withdraw     xxx  ===  ...  xxxx xx.. .
        approve      xxx  x==  ...  xxxx xx.. .
        recall       ===  ===  ...  ==== ==.. .
        review       ===  ===  ...  ==== ==.. .
        return       xxx  x==  ...  xxxx xx.. .
        send-back    ===  ===  ...  ==== ==.. .
        consolidate  ===  ===  ...  ==== ==.. .
        present      ===  ===  ...  ==== ==.. .
        reopen       ===  ===  ...  ==== ==.. .
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
        submit       xxx  ===  ...  xxxx xx.. .
        withdraw     xxx  ===  ...  xxxx xx.. .
        approve      xxx  x==  ...  xxxx xx.. .
        recall       ===  ===  ...  ==== ==.. .
        review       ===  ===  ...  ==== ==.. .
        return       xxx  x==  ...  xxxx xx.. .
        send-back    ===  ===  ...  ==== ==.. .
        consolidate  ===  ===  ...  ==== ==.. .
        present      ===  ===  ...  ==== ==.. .
        reopen       ===  ===  ...  ==== ==.. .
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
}
