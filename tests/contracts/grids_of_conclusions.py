"""Who may do what to the conclusions of a meeting; by hand, as in `grids`."""

from tests.factories import DRAFT, PRESENTED

#: The office's draft; one edge only, and that goes with the close of the meeting.
CONCLUSIONS = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       ...  ...  ...  ==== ==.  .
        withdraw     ...  ...  ...  ==== ==.  .
        approve      ...  ...  ...  ==== ==.  .
        recall       ...  ...  ...  ==== ==.  .
        review       ...  ...  ...  ==== ==.  .
        return       ...  ...  ...  ==== ==.  .
        send-back    ...  ...  ...  ==== ==.  .
        consolidate  ...  ...  ...  ==== ==.  .
        present      ...  ...  ...  ==== ==.  .
        reopen       ...  ...  ...  ==== ==.  .
        register     ...  ...  ...  ==== ==.  .
        conclude     ...  ...  ...  xxxx =x.  .
        instruct     ...  ...  ...  ==== ==.  .
        close        ...  ...  ...  ==== ==.  .
        strike       ...  ...  ...  ==== ==.  .
        discard      ...  ...  ...  ==== ==.  .
        stop         ...  ...  ...  xxxx =x.  .
        reassign     ...  ...  ...  x=== =x.  .
        occur        ...  ...  ...  x=== xx.  .
        grant        ...  ...  ...  ==== ==.  .
        decline      ...  ...  ...  ==== ==.  .
    """,
    PRESENTED: """
        submit       ===  ===  ===  ==== ==.  .
        withdraw     ===  ===  ===  ==== ==.  .
        approve      ===  ===  ===  ==== ==.  .
        recall       ===  ===  ===  ==== ==.  .
        review       ===  ===  ===  ==== ==.  .
        return       ===  ===  ===  ==== ==.  .
        send-back    ===  ===  ===  ==== ==.  .
        consolidate  ===  ===  ===  ==== ==.  .
        present      ===  ===  ===  ==== ==.  .
        reopen       ===  ===  ===  ==== ==.  .
        register     ===  ===  ===  ==== ==.  .
        conclude     xxx  xxx  xxx  xxxx =x.  .
        instruct     ===  ===  ===  ==== ==.  .
        close        ===  ===  ===  ==== ==.  .
        strike       ===  ===  ===  ==== ==.  .
        discard      ===  ===  ===  ==== ==.  .
        stop         xxx  xxx  xxx  xxxx +x.  .
        reassign     xxx  xxx  xxx  x+++ +x.  .
        occur        xxx  xxx  xxx  x+++ xx.  .
        grant        ===  ===  ===  ==== ==.  .
        decline      ===  ===  ===  ==== ==.  .
    """,
}
