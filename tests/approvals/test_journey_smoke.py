from tests.factories import PRESENTED


def test_demo_person_sees_the_inbox(login):
    assert login("dt.head").get("inbox").json()["results"]


def test_world_reaches_presented(world):
    case_id = world.plan_at(PRESENTED)
    assert world.case(case_id).state == PRESENTED


def test_world_again(world):
    assert world.case(world.plan_at()).sequence == 0
