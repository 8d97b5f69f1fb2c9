"""Who may do what to an update of a row after its report; see `grids` for the signs."""

from tests.factories import APPROVED, DRAFT, RETURNED, REVIEWED, SUBMITTED

#: A's update of a row of its report to B; its way ends with B's confirmation. Signed by A's head every unit sees it.
UPDATE = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       +++  ...  ...  .... xx.  .
        withdraw     ===  ...  ...  .... xx.  .
        approve      x==  ...  ...  .... xx.  .
        recall       x==  ...  ...  .... xx.  .
        review       xxx  ...  ...  .... xx.  .
        return       x==  ...  ...  .... xx.  .
        send-back    ===  ...  ...  .... ==.  .
        consolidate  ===  ...  ...  .... ==.  .
        present      ===  ...  ...  .... ==.  .
        reopen       ===  ...  ...  .... ==.  .
        register     ===  ...  ...  .... ==.  .
        conclude     ===  ...  ...  .... ==.  .
        instruct     ===  ...  ...  .... ==.  .
        close        ===  ...  ...  .... ==.  .
        strike       ===  ...  ...  .... ==.  .
        discard      ===  ...  ...  .... ==.  .
        stop         ===  ...  ...  .... ==.  .
        reassign     ===  ...  ...  .... ==.  .
        occur        ===  ...  ...  .... ==.  .
        grant        ===  ...  ...  .... ==.  .
        decline      ===  ...  ...  .... ==.  .
    """,
    SUBMITTED: """
        submit       ===  xxx  ...  xxxx xx.  .
        withdraw     +++  xxx  ...  xxxx xx.  .
        approve      x++  xxx  ...  xxxx xx.  .
        recall       x==  xxx  ...  xxxx xx.  .
        review       xxx  x==  ...  xxxx xx.  .
        return       x++  xxx  ...  xxxx xx.  .
        send-back    ===  ===  ...  ==== ==.  .
        consolidate  ===  ===  ...  ==== ==.  .
        present      ===  ===  ...  ==== ==.  .
        reopen       ===  ===  ...  ==== ==.  .
        register     ===  ===  ...  ==== ==.  .
        conclude     ===  ===  ...  ==== ==.  .
        instruct     ===  ===  ...  ==== ==.  .
        close        ===  ===  ...  ==== ==.  .
        strike       ===  ===  ...  ==== ==.  .
        discard      ===  ===  ...  ==== ==.  .
        stop         ===  ===  ...  ==== ==.  .
        reassign     ===  ===  ...  ==== ==.  .
        occur        ===  ===  ...  ==== ==.  .
        grant        ===  ===  ...  ==== ==.  .
        decline      ===  ===  ...  ==== ==.  .
    """,
    RETURNED: """
        submit       +++  xxx  ...  xxxx xx.  .
        withdraw     ===  xxx  ...  xxxx xx.  .
        approve      x==  xxx  ...  xxxx xx.  .
        recall       x==  xxx  ...  xxxx xx.  .
        review       xxx  x==  ...  xxxx xx.  .
        return       x==  x==  ...  xxxx xx.  .
        send-back    ===  ===  ...  ==== ==.  .
        consolidate  ===  ===  ...  ==== ==.  .
        present      ===  ===  ...  ==== ==.  .
        reopen       ===  ===  ...  ==== ==.  .
        register     ===  ===  ...  ==== ==.  .
        conclude     ===  ===  ...  ==== ==.  .
        instruct     ===  ===  ...  ==== ==.  .
        close        ===  ===  ...  ==== ==.  .
        strike       ===  ===  ...  ==== ==.  .
        discard      ===  ===  ...  ==== ==.  .
        stop         ===  ===  ...  ==== ==.  .
        reassign     ===  ===  ...  ==== ==.  .
        occur        ===  ===  ...  ==== ==.  .
        grant        ===  ===  ...  ==== ==.  .
        decline      ===  ===  ...  ==== ==.  .
    """,
    APPROVED: """
        submit       ===  xxx  xxx  xxxx xx.  .
        withdraw     ===  xxx  xxx  xxxx xx.  .
        approve      x==  xxx  xxx  xxxx xx.  .
        recall       x++  xxx  xxx  xxxx xx.  .
        review       xxx  x++  xxx  xxxx xx.  .
        return       xxx  x++  xxx  xxxx xx.  .
        send-back    ===  ===  ===  ==== ==.  .
        consolidate  ===  ===  ===  ==== ==.  .
        present      ===  ===  ===  ==== ==.  .
        reopen       ===  ===  ===  ==== ==.  .
        register     ===  ===  ===  ==== ==.  .
        conclude     ===  ===  ===  ==== ==.  .
        instruct     ===  ===  ===  ==== ==.  .
        close        ===  ===  ===  ==== ==.  .
        strike       ===  ===  ===  ==== ==.  .
        discard      ===  ===  ===  ==== ==.  .
        stop         ===  ===  ===  ==== ==.  .
        reassign     ===  ===  ===  ==== ==.  .
        occur        ===  ===  ===  ==== ==.  .
        grant        ===  ===  ===  ==== ==.  .
        decline      ===  ===  ===  ==== ==.  .
    """,
    REVIEWED: """
        submit       ===  xxx  xxx  xxxx xx.  .
        withdraw     ===  xxx  xxx  xxxx xx.  .
        approve      x==  xxx  xxx  xxxx xx.  .
        recall       x==  xxx  xxx  xxxx xx.  .
        review       xxx  x==  xxx  xxxx xx.  .
        return       x==  x==  xxx  xxxx xx.  .
        send-back    ===  ===  ===  ==== ==.  .
        consolidate  ===  ===  ===  ==== ==.  .
        present      ===  ===  ===  ==== ==.  .
        reopen       ===  ===  ===  ==== ==.  .
        register     ===  ===  ===  ==== ==.  .
        conclude     ===  ===  ===  ==== ==.  .
        instruct     ===  ===  ===  ==== ==.  .
        close        ===  ===  ===  ==== ==.  .
        strike       ===  ===  ===  ==== ==.  .
        discard      ===  ===  ===  ==== ==.  .
        stop         ===  ===  ===  ==== ==.  .
        reassign     ===  ===  ===  ==== ==.  .
        occur        ===  ===  ===  ==== ==.  .
        grant        ===  ===  ===  ==== ==.  .
        decline      ===  ===  ===  ==== ==.  .
    """,
}
