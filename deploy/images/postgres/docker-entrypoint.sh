#!/bin/sh
# What the public image's script of this name does with these variables: as root, takes a user of its own; makes the
# database cluster if there is none; runs what it is given.
set -eu
: "${PGDATA:?}" "${POSTGRES_PASSWORD_FILE:?}" "${POSTGRES_USER:=postgres}" "${POSTGRES_INITDB_ARGS:=}"
if [ "$(id -u)" = 0 ]; then
    # The password's file belongs to somebody else: what the server's user needs of it is copied.
    install -m 600 -o postgres "$POSTGRES_PASSWORD_FILE" /run/superuser
    POSTGRES_PASSWORD_FILE=/run/superuser
    export POSTGRES_PASSWORD_FILE
    chown -R postgres "$PGDATA"
    chmod 700 "$PGDATA"
    exec setpriv --reuid=postgres --regid=postgres --clear-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    # shellcheck disable=SC2086 # several arguments
    initdb --pgdata="$PGDATA" --username="$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" $POSTGRES_INITDB_ARGS
fi
exec "$@"
