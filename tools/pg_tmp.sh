#!/usr/bin/env bash
# Runs a command beside a throw-away PostgreSQL, which is gone when the command ends.
#
#   tools/pg_tmp.sh COMMAND [ARGUMENT...]      COMMAND finds the server in UIGWE_DATABASE_URL
#
# Works as root too, although the server itself refuses to: it then runs as the user postgres. The disk is not waited
# for (fsync off), unless UIGWE_PG_DURABLE=1 asks for it, as measurements do: this server is for tests, never for data.
# Ends with the command's own code; 69 when there is no PostgreSQL on this machine, 70 when it does not start.
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [[ -z $bin ]] && command -v pg_config >/dev/null; then bin=$(pg_config --bindir); fi
if [[ -z $bin || ! -x $bin/initdb ]]; then
  echo "PostgreSQL이 없습니다: apt-get install postgresql (There is no PostgreSQL on this machine.)" >&2
  exit 69
fi

home=$(mktemp -d -t uigwe-pg.XXXXXX)
as_server() (
  cd / # the user postgres may not be allowed to stand where we stand
  if [[ $(id -u) == 0 ]]; then exec runuser -u postgres -- "$@"; else exec "$@"; fi
)
if [[ $(id -u) == 0 ]]; then chown postgres "$home"; fi

clean_up() {
  as_server "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$home"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

as_server "$bin/initdb" -D "$home/data" --auth=trust --username=uigwe --encoding=UTF8 --locale=C.UTF-8 --no-sync \
  >"$home.log" 2>&1 || { cat "$home.log" >&2; rm -f "$home.log"; exit 70; }
rm -f "$home.log"
quick="-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
if [[ ${UIGWE_PG_DURABLE:-} == 1 ]]; then quick=""; fi
started=no
for _ in 1 2 3; do # somebody may take the port between our asking and our using it
  port=$(free_port)
  if as_server "$bin/pg_ctl" -D "$home/data" -l "$home/log" -w -t 30 start >/dev/null 2>&1 -o "-p $port -k $home \
    -c listen_addresses=127.0.0.1 $quick"; then
    started=yes
    break
  fi
done
if [[ $started == no ]]; then
  echo "PostgreSQL을 시작하지 못했습니다. (PostgreSQL does not start.)" >&2
  cat "$home/log" >&2 || true
  exit 70
fi
as_server "$bin/createdb" -h "$home" -p "$port" -U uigwe uigwe

export UIGWE_DATABASE_URL="postgres://uigwe@127.0.0.1:$port/uigwe"
"$@"
