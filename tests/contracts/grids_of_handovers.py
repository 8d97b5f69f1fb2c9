"""Who may do what to a handover; by hand, as in `grids`.

A's head began it: A's officer hands over to its deputy. A's head signs it, which ends it; the office sees it once it was
submitted.
"""

from tests.factories import APPROVED, DRAFT, RETURNED, SUBMITTED

HANDOVER = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       +++  ...  ...  .... xx.. .
        withdraw     ===  ...  ...  .... xx.. .
        approve      x==  ...  ...  .... xx.. .
        recall       ===  ...  ...  .... ==.. .
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
        grant        ===  ...  ...  .... ==.. .
        decline      ===  ...  ...  .... ==.. .
    """,
    SUBMITTED: """
        submit       ===  ...  ...  xxxx xx.. .
        withdraw     +++  ...  ...  xxxx xx.. .
        approve      x++  ...  ...  xxxx xx.. .
        recall       ===  ...  ...  ==== ==.. .
        review       ===  ...  ...  ==== ==.. .
        return       x++  ...  ...  xxxx xx.. .
        send-back    ===  ...  ...  ==== ==.. .
        consolidate  ===  ...  ...  ==== ==.. .
        present      ===  ...  ...  ==== ==.. .
        reopen       ===  ...  ...  ==== ==.. .
        register     ===  ...  ...  ==== ==.. .
        conclude     ===  ...  ...  ==== ==.. .
        instruct     ===  ...  ...  ==== ==.. .
        close        ===  ...  ...  ==== ==.. .
        strike       ===  ...  ...  ==== ==.. .
        discard      ===  ...  ...  xxxx xx.. .
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
        recall       ===  ...  ...  ==== ==.. .
        review       ===  ...  ...  ==== ==.. .
        return       x==  ...  ...  xxxx xx.. .
        send-back    ===  ...  ...  ==== ==.. .
        consolidate  ===  ...  ...  ==== ==.. .
        present      ===  ...  ...  ==== ==.. .
        reopen       ===  ...  ...  ==== ==.. .
        register     ===  ...  ...  ==== ==.. .
        conclude     ===  ...  ...  ==== ==.. .
        instruct     ===  ...  ...  ==== ==.. .
        close        ===  ...  ...  ==== ==.. .
        strike       ===  ...  ...  ==== ==.. .
        discard      +++  ...  ...  xxxx xx.. .
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
        recall       ===  ...  ...  ==== ==.. .
        review       ===  ...  ...  ==== ==.. .
        return       x==  ...  ...  xxxx xx.. .
        send-back    ===  ...  ...  ==== ==.. .
        consolidate  ===  ...  ...  ==== ==.. .
        present      ===  ...  ...  ==== ==.. .
        reopen       ===  ...  ...  ==== ==.. .
        register     ===  ...  ...  ==== ==.. .
        conclude     ===  ...  ...  ==== ==.. .
        instruct     ===  ...  ...  ==== ==.. .
        close        ===  ...  ...  ==== ==.. .
        strike       ===  ...  ...  ==== ==.. .
        discard      ===  ...  ...  xxxx xx.. .
        stop         ===  ...  ...  ==== ==.. .
        reassign     ===  ...  ...  ==== ==.. .
        occur        ===  ...  ...  ==== ==.. .
        grant        ===  ...  ...  ==== ==.. .
        decline      ===  ...  ...  ==== ==.. .
    """,
}
