"""Who may do what to an opening sheet; by hand, as in `grids`.

A answers, its head signs, B, which follows the plans, confirms: that ends it. C has nothing to do with it and never sees it.
"""

from tests.factories import APPROVED, DRAFT, RETURNED, REVIEWED, SUBMITTED

OPENING_SHEET = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       +++  ...  ...  .... xx.. .
        withdraw     ===  ...  ...  .... xx.. .
        approve      x==  ...  ...  .... xx.. .
        recall       x==  ...  ...  .... xx.. .
        review       xxx  ...  ...  .... xx.. .
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
        submit       +++  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       xxx  x==  ...  xxxx xx.. .
        return       x==  x==  ...  xxxx xx.. .
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
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x++  xxx  ...  xxxx xx.. .
        review       xxx  x++  ...  xxxx xx.. .
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
    REVIEWED: """
        submit       ===  xxx  ...  xxxx xx.. .
        withdraw     ===  xxx  ...  xxxx xx.. .
        approve      x==  xxx  ...  xxxx xx.. .
        recall       x==  xxx  ...  xxxx xx.. .
        review       xxx  x==  ...  xxxx xx.. .
        return       x==  x==  ...  xxxx xx.. .
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
