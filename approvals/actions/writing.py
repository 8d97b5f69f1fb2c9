"""What an allowed act writes: submissions, signatures, remarks, cases, follow-up, notifications; set-based."""

from collections.abc import Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from django.db.models import Case as Choose
from django.db.models import F, UUIDField, Value, When

from approvals import kinds
from approvals.ledger.canonical import canonical, sha256
from approvals.ledger.chain import hash_of
from approvals.ledger.content import framed, reframed, working_digest
from approvals.ledger.waiting import asked_at
from approvals.models import Remark, Signature, Submission
from approvals.queries.scope import beyond
from approvals.rules import capacities, is_by_order
from organization.queries import appointments_of, holders, signers_by_order
from workflow.machine import STEPS
from workflow.models import Case, WaitsFor

from .move import Move, Recipients, seen_at
from .order import Order
from .telling import tell

#: The steps before a review; nobody signs two steps of one submission.
EARLIER = STEPS - {"review"}

Own = TypeVar("Own")


def write(moves: Sequence[Move], order: Order) -> dict[UUID, Signature]:
    """Writes all moves of one act; answers the signature of each case."""
    digests = freeze(moves, order)
    held = holders_around(moves, order)
    waits = waits_after(moves, order, held)
    signatures = sign(moves, order, digests)
    settle_cases(moves, order, signatures, digests | left_open(moves), waits)
    if order.remarks:
        keep_remarks(moves, order)
    details = order.details
    for code in {move.case.kind for move in moves}:
        mine = [move.case for move in moves if move.case.kind == code]
        kinds.REGISTER[code].after_act(
            kinds.Deed(order.act, mine, order.by.id, order.now, details, order.comment)
        )
    tell(moves, order, waits, held)
    return signatures


def freeze(moves: Sequence[Move], order: Order) -> dict[UUID, str]:
    """The digest of each case after the act: of the frozen submission, or of the reopened working content."""
    digests = {move.case.id: move.case.digest for move in moves}
    digests |= reopened([move.case for move in moves if move.reopens])
    freezing = [move for move in moves if move.freezes]
    if not freezing:
        return digests
    contents = contents_to_freeze(freezing)
    frozen = []
    for move in freezing:
        content = dict(contents[move.case.id])
        if order.issued is not None:
            content["issued"] = dict(order.issued)
        text = canonical(framed(move.case, content, move.case.submission + 1))
        digests[move.case.id] = sha256(text)
        frozen.append(
            Submission(
                case=move.case, number=move.case.submission + 1, content=text, digest=digests[move.case.id],
                created_at=order.now, created_by=order.by,
            )
        )  # fmt: skip
    Submission.objects.bulk_create(frozen)
    return digests


def left_open(moves: Sequence[Move]) -> dict[UUID, str]:
    """The digest of what was frozen and stays open for what is to be added: under the number of the next submission."""
    opening = [move for move in moves if move.edge.opens]
    contents = contents_to_freeze(opening) if opening else {}
    return {
        move.case.id: working_digest(framed(move.case, contents[move.case.id], move.case.submission + 2))
        for move in opening
    }


def contents_to_freeze(moves: Sequence[Move]) -> dict[UUID, kinds.Content]:
    """The content that the judge has just looked at, read where no kind wanted it looked at."""
    known = {move.case.id: move.docket.content for move in moves if move.docket.content is not None}
    return known | kinds.contents([move.case for move in moves if move.case.id not in known])


def reopened(cases: Sequence[Case]) -> dict[UUID, str]:
    """The digest of what is open for editing again: what was submitted, under the number of the next submission."""
    if not cases:
        return {}
    numbers = {case.id: case.submission for case in cases}
    digests = {}
    for row in Submission.objects.filter(case__in=numbers, number__in=set(numbers.values())):
        if row.number == numbers[row.case_id]:
            digests[row.case_id] = working_digest(reframed(row.content, row.number + 1))
    return digests


def sign(moves: Sequence[Move], order: Order, digests: Mapping[UUID, str]) -> dict[UUID, Signature]:
    """Appends one signature to the chain of each case."""
    details, fingerprint = order.details, order.fingerprint
    decided = kinds.decided([move.case for move in moves], order.act, order.now)
    opened = beyond([move.case for move in moves]) if order.act == "submit" else {}
    own = own_post(order) if any(move.power.principal_id for move in moves) else ("", "")
    signatures = []
    for move in moves:
        case, power = move.case, move.power
        signature = Signature(
            institution_id=case.institution_id,
            case=case,
            sequence=case.sequence + 1,
            act=order.act,
            from_state=move.edge.source.value,
            to_state=move.edge.target.value,
            signer=order.by,
            signer_name=order.by.full_name,
            signer_title=own[0] if power.principal_id else power.title,
            signer_unit=own[1] if power.principal_id else power.post_unit,
            on_behalf_of_id=power.principal_id,
            principal_name=", ".join((power.principal_name, power.title, power.post_unit))
            if power.principal_id
            else "",
            delegation_id=power.delegation_id,
            capacity=order.capacity or capacities(power)[0],
            within=move.within,
            submission=case.submission + move.freezes,
            digest=digests[case.id] if move.freezes else case.digest,
            comment=order.comment,
            details=details | decided.get(case.id, {}) | by_order(move) | opened.get(case.id, {}),
            procedure=case.procedure,
            monitor_id=case.monitoring_unit_id,
            due_at=case.due_at,
            signed_at=order.now,
            session=order.session,
            idempotency_key=order.key,
            fingerprint=fingerprint,
            previous=case.head,
        )
        signature.hash = hash_of(signature)
        signatures.append(signature)
    Signature.objects.bulk_create(signatures)
    return {signature.case_id: signature for signature in signatures}


def by_order(move: Move) -> kinds.Details:
    """The rule by which somebody signs TL. what is the leadership's."""
    institution = move.case.institution
    if not is_by_order(move.power) or institution.regulation_date is None:
        return {}
    day = institution.regulation_date.isoformat()
    return {"by_order": {"number": institution.regulation_number, "date": day}}


def own_post(order: Order) -> tuple[str, str]:
    """Title and unit of a delegate's own post: who they were when they signed for another."""
    post = appointments_of(order.by, order.now).values_list("title", "post__unit__name").first()
    return post or ("", "")


def holders_around(moves: Sequence[Move], order: Order) -> Recipients:
    """Who may take the next step, and who still sees each case at the units that act on it; one statement."""
    wanted = {pair for move in moves for pair in (*asked_at(move.edge, move.case), *seen_at(move))}
    return holders(wanted, order.now) if wanted else {}


def waits_after(
    moves: Sequence[Move], order: Order, held: Recipients
) -> dict[UUID, tuple[UUID | None, set[UUID]]]:
    """For each case: on which unit it waits now, and the people there who are told.

    Where the monitoring unit has nobody left who may review this submission, it waits at the office. What
    is inside a consolidation waits with it, at no unit of its own. What waits for the leadership is told to who signs TL.
    """
    waits: dict[UUID, tuple[UUID | None, set[UUID]]] = {}
    leading = [
        move for move in moves if move.edge.then == WaitsFor.LEADERSHIP and asked_at(move.edge, move.case)
    ]
    by_order = signers_by_order(order.by.institution, order.now) if leading else set()
    for move in moves:
        pairs = asked_at(move.edge, move.case)
        chosen = pairs[0] if pairs else None
        if move.edge.then == WaitsFor.MONITOR and chosen and not held[chosen] - barred(move, order):
            chosen = pairs[1]
        also = by_order if move.edge.then == WaitsFor.LEADERSHIP else set()
        waits[move.case.id] = (chosen[1], held[chosen] | also) if chosen else (None, set())
    return waits


def barred(move: Move, order: Order) -> set[UUID]:
    """Who may not review after this move: whoever submitted or approved this submission, or had it done for them."""
    earlier = {person for row in move.docket.facts.signed if row.act in EARLIER for person in row.persons}
    if order.act in EARLIER:
        earlier |= {order.by.id, *filter(None, [move.power.principal_id])}
    return earlier


def settle_cases(
    moves: Sequence[Move],
    order: Order,
    signatures: Mapping[UUID, Signature],
    digests: Mapping[UUID, str],
    waits: Mapping[UUID, tuple[UUID | None, set[UUID]]],
) -> None:
    """Moves the case rows, in one statement: the triggers compare each with its new signature."""
    edge = moves[0].edge
    Case.objects.filter(id__in=[move.case.id for move in moves]).update(
        state=edge.target.value,
        submitted=moves[0].locks,
        submission=per_case({move.case.id: move.case.submission + move.freezes for move in moves}),
        sequence=F("sequence") + 1,
        returned=F("returned") + int(edge.act == "return"),
        head=per_case({case_id: signature.hash for case_id, signature in signatures.items()}),
        digest=per_case(digests),
        waits_for=edge.then.value,
        waits_unit=per_case({case_id: unit_id for case_id, (unit_id, _people) in waits.items()}),
        since=order.now,
        due_at=kinds.due_at({move.case.kind for move in moves}, state=edge.target),
    )


def per_case(values: Mapping[UUID, Own]) -> Own | Choose:
    """An expression that gives each case its own value; a plain value where all are the same."""
    distinct = set(values.values())
    if len(distinct) == 1:
        return distinct.pop()
    output = UUIDField() if any(isinstance(value, UUID) for value in distinct) else None
    return Choose(
        *[When(id=case_id, then=Value(value, output_field=output)) for case_id, value in values.items()],
        output_field=output,
    )


def keep_remarks(moves: Sequence[Move], order: Order) -> None:
    """Keeps the remarks that came with a return: each must be answered before the next submit."""
    Remark.objects.bulk_create(
        Remark(
            case=move.case, round=move.case.submission, row=remark.get("row", ""), field=remark.get("field", ""),
            text=remark["text"], proposed=remark.get("proposed", ""), blocking=order.act == "return", author=order.by,
            created_at=order.now,
        )
        for move in moves
        for remark in order.remarks
    )  # fmt: skip
