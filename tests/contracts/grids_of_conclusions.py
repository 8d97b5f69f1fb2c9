"""Who may do what to an update after a report and to the conclusions of a meeting; by hand, as in `grids`."""

from tests.factories import APPROVED, DRAFT, PRESENTED, RETURNED, REVIEWED, SUBMITTED

#: The office's draft; one edge only, and that goes with the close of the meeting.
CONCLUSIONS = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       ...  ...  ...  ==== ==.. .
        withdraw     ...  ...  ...  ==== ==.. .
        approve      ...  ...  ...  ==== ==.. .
        recall       ...  ...  ...  ==== ==.. .
        review       ...  ...  ...  ==== ==.. .
        return       ...  ...  ...  ==== ==.. .
        send-back    ...  ...  ...  ==== ==.. .
        consolidate  ...  ...  ...  ==== ==.. .
        present      ...  ...  ...  ==== ==.. .
        reopen       ...  ...  ...  ==== ==.. .
        register     ...  ...  ...  ==== ==.. .
        conclude     ...  ...  ...  xxxx =x.. .
        instruct     ...  ...  ...  ==== ==.. .
        close        ...  ...  ...  ==== ==.. .
        strike       ...  ...  ...  ==== ==.. .
        discard      ...  ...  ...  ==== ==.. .
        stop         ...  ...  ...  xxxx =x.. .
        reassign     ...  ...  ...  x=== =x.. .
        occur        ...  ...  ...  x=== xx.. .
        grant        ...  ...  ...  ==== ==.. .
        decline      ...  ...  ...  ==== ==.. .
    """,
    PRESENTED: """
        submit       ===  ===  ===  ==== ==.. .
        withdraw     ===  ===  ===  ==== ==.. .
        approve      ===  ===  ===  ==== ==.. .
        recall       ===  ===  ===  ==== ==.. .
        review       ===  ===  ===  ==== ==.. .
        return       ===  ===  ===  ==== ==.. .
        send-back    ===  ===  ===  ==== ==.. .
        consolidate  ===  ===  ===  ==== ==.. .
        present      ===  ===  ===  ==== ==.. .
        reopen       ===  ===  ===  ==== ==.. .
        register     ===  ===  ===  ==== ==.. .
        conclude     xxx  xxx  xxx  xxxx =x.. .
        instruct     ===  ===  ===  ==== ==.. .
        close        ===  ===  ===  ==== ==.. .
        strike       ===  ===  ===  ==== ==.. .
        discard      ===  ===  ===  ==== ==.. .
        stop         xxx  xxx  xxx  xxxx +x.. .
        reassign     xxx  xxx  xxx  x+++ +x.. .
        occur        xxx  xxx  xxx  x+++ xx.. .
        grant        ===  ===  ===  ==== ==.. .
        decline      ===  ===  ===  ==== ==.. .
    """,
}
#: A's update of a row of its report to B; its way ends with B's confirmation. Signed by A's head every unit sees it.
UPDATE = {
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
        submit       ===  xxx  xxx  xxxx xx.. .
        withdraw     ===  xxx  xxx  xxxx xx.. .
        approve      x==  xxx  xxx  xxxx xx.. .
        recall       x++  xxx  xxx  xxxx xx.. .
        review       xxx  x++  xxx  xxxx xx.. .
        return       xxx  x++  xxx  xxxx xx.. .
        send-back    ===  ===  ===  ==== ==.. .
        consolidate  ===  ===  ===  ==== ==.. .
        present      ===  ===  ===  ==== ==.. .
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
    REVIEWED: """
        submit       ===  xxx  xxx  xxxx xx.. .
        withdraw     ===  xxx  xxx  xxxx xx.. .
        approve      x==  xxx  xxx  xxxx xx.. .
        recall       x==  xxx  xxx  xxxx xx.. .
        review       xxx  x==  xxx  xxxx xx.. .
        return       x==  x==  xxx  xxxx xx.. .
        send-back    ===  ===  ===  ==== ==.. .
        consolidate  ===  ===  ===  ==== ==.. .
        present      ===  ===  ===  ==== ==.. .
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
