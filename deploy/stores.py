"""Asks the database and Redis that the environment names whether they answer: `python -m deploy.stores`.

Silent with exit code 0 when they do, or when none is named; else one line and exit code 1.
"""

import os

import environ
import psycopg
import redis

from deploy.project import refuse, start

PATIENCE = 5  # seconds


def ask_database(url: str) -> None:
    """A SQLite file needs no answer; Django makes it."""
    if url.partition(":")[0] not in environ.Env.DB_SCHEMES:
        refuse("DATABASE_URL is not understood: postgres://user:password@host:5432/name is one.")
    try:
        config = environ.Env.db_url_config(url)
        if config["ENGINE"] == "django.db.backends.postgresql":
            psycopg.connect(
                dbname=config["NAME"],
                user=config["USER"] or None,
                password=config["PASSWORD"] or None,
                host=config["HOST"] or None,
                port=config["PORT"] or None,
                connect_timeout=PATIENCE,
            ).close()
    except (psycopg.Error, ValueError) as error:
        refuse(f"DATABASE_URL does not answer: {first_line(error)}")


def ask_redis(url: str) -> None:
    """One PING."""
    try:
        redis.Redis.from_url(url, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE).ping()
    except (redis.RedisError, ValueError) as error:
        refuse(f"REDIS_URL does not answer: {first_line(error)}")


def first_line(error: Exception) -> str:
    """libpq answers in several lines."""
    return str(error).strip().partition("\n")[0]


def main() -> None:
    if url := os.environ.get("DATABASE_URL"):
        ask_database(url)
    if url := os.environ.get("REDIS_URL"):
        ask_redis(url)


if __name__ == "__main__":
    start(main)
