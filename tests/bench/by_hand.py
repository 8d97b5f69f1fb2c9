"""The same approval as a transaction written by hand with psycopg: no ORM, no judge, nothing that is not needed.

It locks the case, asks for the right over appointments, delegations, grants and closure, checks state, digest,
idempotency key and separation of duties, chains a signature that verify_ledger accepts, moves the case and
notifies the same people. Tables, indexes and triggers are the product's.
"""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any
from unicodedata import normalize
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb
from uuid_utils.compat import uuid7

LOCK = """
SELECT c.institution_id, c.unit_id, c.monitoring_unit_id, i.office_id, c.state, c.submitted, c.submission, c.digest,
       c.sequence, c.head, c.title, c.edited_by_id
FROM workflow_case c JOIN organization_institution i ON i.id = c.institution_id
WHERE c.id = %s FOR UPDATE OF c
"""
GRANTS = """
JOIN organization_post post ON post.id = a.post_id
JOIN organization_unitgrant g ON g.group_id = post.group_id
JOIN auth_permission p ON p.id = g.permission_id
JOIN organization_unitclosure r ON r.ancestor_id = g.content_object_id
JOIN organization_user holder ON holder.id = a.user_id AND holder.is_active
"""
OWN = f"FROM organization_appointment a {GRANTS}"
LENT = f"""
FROM organization_delegation d
JOIN organization_appointment a ON a.id = d.appointment_id {GRANTS}
JOIN organization_delegation_permissions dp ON dp.delegation_id = d.id AND dp.permission_id = p.id
JOIN organization_user lent ON lent.id = d.delegate_id AND lent.is_active
"""
VALID = "a.valid_from <= %(now)s AND (a.valid_to IS NULL OR a.valid_to > %(now)s)"
LENT_VALID = f"{VALID} AND d.valid_from <= %(now)s AND d.valid_to > %(now)s"
RIGHT = f"""
SELECT a.title, u.name, r.depth, NULL::uuid, NULL::uuid {OWN} JOIN organization_unit u ON u.id = post.unit_id
WHERE a.user_id = %(by)s AND r.descendant_id = %(unit)s AND p.codename = 'approve' AND {VALID}
UNION ALL
SELECT a.title, u.name, r.depth, d.id, a.user_id {LENT} JOIN organization_unit u ON u.id = post.unit_id
WHERE d.delegate_id = %(by)s AND r.descendant_id = %(unit)s AND p.codename = 'approve' AND {LENT_VALID}
"""
CHAIN = """
SELECT act, signer_id, on_behalf_of_id, submission, idempotency_key
FROM approvals_signature WHERE case_id = %(case)s
UNION ALL
SELECT act, signer_id, on_behalf_of_id, submission, idempotency_key
FROM approvals_signature WHERE signer_id = %(by)s AND idempotency_key = %(key)s AND case_id <> %(case)s
"""
HOLDERS = f"""
SELECT r.descendant_id, a.user_id {OWN}
WHERE r.descendant_id = ANY(%(units)s) AND p.codename = 'review' AND {VALID}
UNION
SELECT r.descendant_id, d.delegate_id {LENT}
WHERE r.descendant_id = ANY(%(units)s) AND p.codename = 'review' AND {LENT_VALID}
"""
SIGN = """
INSERT INTO approvals_signature (id, format, institution_id, case_id, sequence, act, from_state, to_state, signer_id,
  signer_name, signer_title, signer_unit, on_behalf_of_id, principal_name, delegation_id, capacity, within, submission,
  digest, comment, details, signed_at, session, idempotency_key, fingerprint, previous, hash)
VALUES (%(id)s, 1, %(institution)s, %(case)s, %(sequence)s, 'approve', %(from)s, %(to)s, %(signer)s, %(name)s, %(title)s,
  %(unit)s, %(on_behalf_of)s, %(principal)s, %(delegation)s, %(capacity)s, NULL, %(submission)s, %(digest)s,
  %(comment)s, %(details_json)s, %(now)s, %(session)s, %(key)s, %(fingerprint)s, %(previous)s, %(hash)s)
"""
MOVE = """
UPDATE workflow_case SET state = 'unit-approved', submitted = true, sequence = sequence + 1, head = %(head)s,
  waits_for = 'monitor', waits_unit_id = %(waits)s, since = %(now)s
WHERE id = %(case)s
"""
TELL = """
INSERT INTO notifications_notification (id, recipient_id, kind, link, data, created_at)
SELECT told.id, told.recipient, told.kind, %(case)s, %(data)s, %(now)s
FROM unnest(%(ids)s::uuid[], %(recipients)s::uuid[], %(kinds)s::text[]) AS told (id, recipient, kind)
"""
STATEMENTS = (LOCK, RIGHT, CHAIN, HOLDERS, SIGN, MOVE, TELL)


def canonical_sha256(value: Any) -> str:
    """SHA-256 of canonical JSON in NFC, as the ledger has it."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(normalize("NFC", text).encode()).hexdigest()


def approve(
    connection: psycopg.Connection[Any],
    case_id: UUID,
    seen: str,
    by: UUID,
    name: str,
    now: datetime,
    key: str,
) -> str:
    """Approve one submitted plan; answers the hash of the signature.

    Raises:
        RuntimeError: it may not be approved.
    """
    with connection.transaction(), connection.cursor() as cursor:
        case = cursor.execute(LOCK, (case_id,)).fetchone()
        if case is None:
            raise RuntimeError("no such case")
        (
            institution,
            unit,
            monitor,
            office,
            state,
            submitted,
            submission,
            digest,
            sequence,
            head,
            title,
            editor,
        ) = case
        asked = {"case": case_id, "by": by, "unit": unit, "now": now, "key": key, "units": [monitor, office]}
        rights = cursor.execute(RIGHT, asked).fetchall()
        chain = cursor.execute(CHAIN, asked).fetchall()
        signed = {person for row in chain if row[3] == submission for person in row[1:3] if person}
        if not rights or by in signed or any(row[4] == key for row in chain):
            raise RuntimeError("not permitted, or done already")
        if (state, submitted, digest) != ("draft", True, seen):
            raise RuntimeError("elsewhere, or stale")
        able: dict[UUID, set[UUID]] = {monitor: set(), office: set()}
        for place, person in cursor.execute(HOLDERS, asked).fetchall():
            able[place].add(person)
        waits = monitor if able[monitor] - signed - {by} else office
        right = min(rights, key=lambda row: (row[3] is not None, row[2]))
        link = signature(case_id, institution, sequence, right, submission, digest, head, by, name, now, key)
        cursor.execute(SIGN, link)
        cursor.execute(MOVE, {"head": link["hash"], "waits": waits, "now": now, "case": case_id})
        told = dict.fromkeys({*signed, editor}, "progress") | dict.fromkeys(able[waits], "waiting")
        told.pop(by, None)
        data = {"act": "approve", "title": title, "actor": name, "state": "unit-approved"}
        cursor.execute(
            TELL,
            {"ids": [uuid7() for _ in told], "recipients": [*told], "kinds": [*told.values()], "case": case_id,
             "data": Jsonb(data), "now": now},
        )  # fmt: skip
    return str(link["hash"])


def signature(
    case_id: UUID, institution: UUID, sequence: int, right: tuple[Any, ...], submission: int, digest: str, head: str,
    by: UUID, name: str, now: datetime, key: str,
) -> dict[str, Any]:  # fmt: skip
    """The columns of the next signature, its hash among them."""
    title, unit, _depth, delegation, principal = right
    fingerprint = canonical_sha256({"act": "approve", "cases": {str(case_id): digest}, "comment": ""})
    hashed = {
        "format": "1", "institution": str(institution), "case": str(case_id), "sequence": str(sequence + 1),
        "act": "approve", "from": "draft", "to": "unit-approved", "signer": str(by), "name": name, "title": title,
        "unit": unit, "on_behalf_of": principal and str(principal), "principal": "",
        "delegation": delegation and str(delegation), "capacity": "own", "within": None,
        "submission": str(submission), "digest": digest, "comment": "", "details": {},
        "at": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"), "session": "", "key": key, "previous": head,
    }  # fmt: skip
    return {
        **hashed, "id": uuid7(), "details_json": Jsonb({}), "now": now, "fingerprint": fingerprint,
        "case": case_id, "institution": institution, "signer": by, "sequence": sequence + 1,
        "submission": submission, "on_behalf_of": principal, "delegation": delegation,
        "hash": canonical_sha256(hashed),
    }  # fmt: skip
