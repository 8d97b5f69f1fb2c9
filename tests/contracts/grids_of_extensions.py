"""Who may do what to a request for an extension; by hand, as in `grids`.

A asks, B follows the plan and reads, the head's signature asks the leadership (or the head of the office, TL., by a rule that
W has not recorded), which grants or declines; what was decided is open to every unit, as the plan is.
"""

from tests.factories import APPROVED, DRAFT, PRESENTED, RETURNED, SUBMITTED

EXTENSION = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       +++  ...  ...  .... xx.. .
        withdraw     ===  ...  ...  .... xx.. .
        approve      x==  ...  ...  .... xx.. .
        recall       x==  ...  ...  .... xx.. .
        review       ===  ...  ...  .... ==.. .
        return       x==  ...  ...  .... xx.. .
        send-back    ===  ...  ...  .... ==.. .
        consolidate  ===  ...  ...  .... ==.. .
        present      ===  ...  ...  .... ==.. .
        reopen       ===  ...  ...  .... ==.. .
        register     ===  ...  ...  .... ==.. .
        conclude     ===  ...  ...  .... ==.. .
        instruct     ===  ...  ...  .... ==.. .
        close        ===  ...  ...  .... ==.. .
        strike       ===  ...  ...  .... ==.. .
        discard      +++  ...  ...  .... xx.. .
        stop         ===  ...  ...  .... ==.. .
        reassign     ===  ...  ...  .... ==.. .
        occur        ===  ...  ...  .... ==.. .
        grant        xxx  ...  ...  .... =x.. .
        decline      xxx  ...  ...  .... =x.. .
    """,
    SUBMITTED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     +++  xxx  ...  xxxx xx.. .
        approve      x++  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       ===  ===  ...  ==== ==.. .
        return       x++  xxx  ...  xxxx xx.. .
        send-back    ===  ===  ...  ==== ==.. .
        consolidate  ===  ===  ...  ==== ==.. .
        present      ===  ===  ...  ==== ==.. .
        reopen       ===  ===  ...  ==== ==.. .
        register     ===  ===  ...  ==== ==.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  xxx  ...  xxxx xx.. .
        stop         ===  ===  ...  ==== ==.. .
        reassign     ===  ===  ...  ==== ==.. .
        occur        ===  ===  ...  ==== ==.. .
        grant        xxx  xxx  ...  xxxx =x.. .
        decline      xxx  xxx  ...  xxxx =x.. .
    """,
    RETURNED: """
        submit       +++  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       ===  ===  ...  ==== ==.. .
        return       x==  xxx  ...  xxxx xx.. .
        send-back    ===  ===  ...  ==== ==.. .
        consolidate  ===  ===  ...  ==== ==.. .
        present      ===  ===  ...  ==== ==.. .
        reopen       ===  ===  ...  ==== ==.. .
        register     ===  ===  ...  ==== ==.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      +++  xxx  ...  xxxx xx.. .
        stop         ===  ===  ...  ==== ==.. .
        reassign     ===  ===  ...  ==== ==.. .
        occur        ===  ===  ...  ==== ==.. .
        grant        xxx  xxx  ...  xxxx =x.. .
        decline      xxx  xxx  ...  xxxx =x.. .
    """,
    APPROVED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x++  xxx  ...  xxxx xx.. .
        review       ===  ===  ...  ==== ==.. .
        return       x==  xxx  ...  xxxx xx.. .
        send-back    ===  ===  ...  ==== ==.. .
        consolidate  ===  ===  ...  ==== ==.. .
        present      ===  ===  ...  ==== ==.. .
        reopen       ===  ===  ...  ==== ==.. .
        register     ===  ===  ...  ==== ==.. .
        conclude     ===  ===  ...  ==== ==.. .
        instruct     ===  ===  ...  ==== ==.. .
        close        ===  ===  ...  ==== ==.. .
        strike       ===  ===  ...  ==== ==.. .
        discard      ===  xxx  ...  xxxx xx.. .
        stop         ===  ===  ...  ==== ==.. .
        reassign     ===  ===  ...  ==== ==.. .
        occur        ===  ===  ...  ==== ==.. .
        grant        xxx  xxx  ...  xxxx +x.. .
        decline      xxx  xxx  ...  xxxx +x.. .
    """,
    PRESENTED: """
        submit       ===  xxx  xxx  xxxx xx.. .
        withdraw     ===  xxx  xxx  xxxx xx.. .
        approve      x==  xxx  xxx  xxxx xx.. .
        recall       x==  xxx  xxx  xxxx xx.. .
        review       ===  ===  ===  ==== ==.. .
        return       x==  xxx  xxx  xxxx xx.. .
        send-back    ===  ===  ===  ==== ==.. .
        consolidate  ===  ===  ===  ==== ==.. .
        present      ===  ===  ===  ==== ==.. .
        reopen       ===  ===  ===  ==== ==.. .
        register     ===  ===  ===  ==== ==.. .
        conclude     ===  ===  ===  ==== ==.. .
        instruct     ===  ===  ===  ==== ==.. .
        close        ===  ===  ===  ==== ==.. .
        strike       ===  ===  ===  ==== ==.. .
        discard      ===  xxx  xxx  xxxx xx.. .
        stop         ===  ===  ===  ==== ==.. .
        reassign     ===  ===  ===  ==== ==.. .
        occur        ===  ===  ===  ==== ==.. .
        grant        xxx  xxx  xxx  xxxx =x.. .
        decline      xxx  xxx  xxx  xxxx =x.. .
    """,
}
