#!/bin/bash
# Starts PostgreSQL, Dovecot and Postfix as private processes for the tests that need real servers; a browser, mail programs and
# readers of calendars are installed as well.
# Everything lives under one folder and on 127.0.0.1; /etc/dovecot and /etc/postfix are not touched, and only what was
# started here is stopped. Debian 12 or Ubuntu 22.04/24.04 (Dovecot 2.3).
#
#   sudo .ci/servers.sh run COMMAND...   runs a command beside servers of its own, in a temporary folder and on free ports,
#                                        and stops them however it ends; as root it installs what is missing
#   sudo .ci/servers.sh install          installs the packages, and a browser where there is none
#   sudo .ci/servers.sh start            starts all three (Postfix wants root; without root it is left out)
#   eval "$(.ci/servers.sh env)"         tells the tests where they are; then: go test ./...
#   .ci/servers.sh token ADDRESS [SECONDS]  prints an OAuth2 token for that mailbox; a negative time makes an expired one
#   sudo .ci/servers.sh stop
#
# Every address of example.com and corp.test is a mailbox with the password "secret". x@bounce.test is taken and then bounced,
# any other domain is refused. HUIBAN_SERVERS_DIR and HUIBAN_SERVERS_BASE (a port number) let several sets run side by side.
set -euo pipefail

dir=${HUIBAN_SERVERS_DIR:-${TMPDIR:-/tmp}/huiban-servers}
base=${HUIBAN_SERVERS_BASE:-12000}
pg=$((base + 432)) imap=$((base + 143)) imaps=$((base + 993)) lmtp=$((base + 24)) sasl=$((base + 26))
smtp=$((base + 25)) submission=$((base + 587)) submissions=$((base + 465))
postgres_pid=$dir/postgres/postmaster.pid dovecot_pid=$dir/dovecot/run/master.pid postfix_pid=$dir/postfix/queue/pid/master.pid
key=a-key-for-tests-only
packages="postgresql dovecot-core dovecot-imapd dovecot-lmtpd dovecot-sieve postfix openssl fonts-noto-cjk
  aerc tmux thunderbird khal libical3 python3-icalendar python3-vobject"
# Ubuntu has Chromium as a snap only; Google Chrome does as well.

if [ "$(id -u)" = 0 ]; then
  user=nobody
  as() { runuser -u "$user" -- "$@"; }
else
  user=$(id -un)
  as() { "$@"; }
fi
group=$(id -gn "$user")

own() { mkdir -p "$@" && { [ "$(id -u)" != 0 ] || chown "$user:$group" "$@"; }; }
fail() { echo "servers.sh: $*" >&2; exit 1; }

opens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; } # PORT

await() { # PORT
  for _ in $(seq 200); do opens "$1" && return; sleep 0.05; done
  fail "port $1 did not open; look into $dir"
}

pid() { head -1 "$1" 2>/dev/null | tr -d ' '; } # PIDFILE
runs() { local p; p=$(pid "$1") && [ -n "$p" ] && kill -0 "$p" 2>/dev/null; } # PIDFILE

end() { # PIDFILE [SIGNAL]
  runs "$1" || return 0
  local p
  p=$(pid "$1")
  kill -s "${2:-TERM}" "$p"
  for _ in $(seq 200); do kill -0 "$p" 2>/dev/null || return 0; sleep 0.05; done
  echo "servers.sh: process $p of $1 does not end" >&2
  return 1
}

browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null

missing() {
  local p
  for p in $packages; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || printf '%s ' "$p"
  done
}

# The packages' own services are neither wanted nor started.
install() {
  [ "$(id -u)" = 0 ] || fail "install needs root"
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod +x /usr/sbin/policy-rc.d
  fi
  echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections
  apt-get update -q -o Acquire::Retries=3
  # shellcheck disable=SC2046,SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends \
    -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 $packages $(browser || echo chromium)
}

certificates() {
  local t=$dir/tls
  [ ! -s "$t/server.pem" ] || return 0
  own "$t"
  local ec="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
  # shellcheck disable=SC2086
  {
    openssl req -x509 $ec -days 3650 -subj '/CN=huiban test CA' -keyout "$t/ca.key" -out "$t/ca.pem"
    openssl req $ec -subj /CN=localhost -keyout "$t/server.key" -out "$t/server.csr"
    openssl x509 -req -in "$t/server.csr" -CA "$t/ca.pem" -CAkey "$t/ca.key" -CAcreateserial -days 3650 \
      -extfile <(echo 'subjectAltName=DNS:localhost,IP:127.0.0.1') -out "$t/server.pem"
  } 2>/dev/null
  [ "$(id -u)" != 0 ] || chown "$user:$group" "$t"/*
}

start_postgres() {
  local d=$dir/postgres bin
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [ -n "$bin" ] || fail "PostgreSQL is not installed"
  if [ ! -s "$d/PG_VERSION" ]; then
    own "$d" && chmod 700 "$d"
    as "$bin/initdb" -D "$d" -U huiban -A trust -E UTF8 --locale=C.UTF-8 -N >"$dir/initdb.log" 2>&1
    cat >>"$d/postgresql.conf" <<C
listen_addresses = '127.0.0.1'
port = $pg
unix_socket_directories = '$d'
max_connections = 200
fsync = off
C
  fi
  as "$bin/pg_ctl" -D "$d" -l "$d/server.log" -w -s start
  as "$bin/createdb" -h 127.0.0.1 -p "$pg" -U huiban huiban 2>/dev/null || true # there already
}

start_dovecot() {
  local d=$dir/dovecot
  own "$d" "$d/state" "$d/keys" "$d/keys/default" "$d/keys/default/HS256" "$dir/mail"
  printf %s "$key" | base64 -w0 >"$d/keys/default/HS256/default"
  cat >"$d/oauth2.conf" <<C
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$d/keys/
username_attribute = sub
C
  cat >"$d/dovecot.conf" <<C
base_dir = $d/run
state_dir = $d/state
log_path = $d/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = $user
default_internal_group = $group
default_login_user = $user
first_valid_uid = 1
ssl = yes
ssl_cert = <$dir/tls/server.pem
ssl_key = <$dir/tls/server.key
disable_plaintext_auth = no
auth_mechanisms = plain login oauthbearer xoauth2
auth_username_format = %Lu
auth_failure_delay = 0
mail_location = maildir:~/Maildir
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
submission_host = 127.0.0.1:$smtp
passdb {
  driver = oauth2
  mechanisms = oauthbearer xoauth2
  args = $d/oauth2.conf
}
passdb {
  driver = static
  mechanisms = plain login
  args = password=secret
}
userdb {
  driver = static
  args = uid=$user gid=$group home=$dir/mail/%Ld/%Ln allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
}
plugin {
  sieve = file:~/sieve;active=~/.dovecot.sieve
}
protocol lmtp {
  postmaster_address = postmaster@corp.test
  mail_plugins = sieve
}
service imap-login {
  chroot =
  process_min_avail = 1
  service_count = 0
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = $imaps
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = $lmtp
  }
}
service auth {
  inet_listener {
    port = $sasl
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
C
  as /usr/sbin/dovecot -c "$d/dovecot.conf"
  await "$imap"
}

start_postfix() {
  [ "$(id -u)" = 0 ] || { echo "servers.sh: Postfix is left out, it wants root" >&2; return 0; }
  local d=$dir/postfix
  mkdir -p "$d/etc" "$d/queue" "$d/data"
  chown postfix "$d/data"
  cat >"$d/etc/main.cf" <<C
compatibility_level = 3.6
queue_directory = $d/queue
data_directory = $d/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = $d/mail.log
maillog_file_prefixes = $dir
myhostname = mx.corp.test
mydestination =
local_recipient_maps =
local_transport = error:no local mail
alias_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
virtual_mailbox_domains = example.com, corp.test
virtual_transport = lmtp:inet:127.0.0.1:$lmtp
transport_maps = inline:{ { bounce.test = nobody: } }
default_transport = error:5.4.4 no route to that domain
relayhost =
recipient_delimiter = +
message_size_limit = 26214400
smtpd_tls_cert_file = $dir/tls/server.pem
smtpd_tls_key_file = $dir/tls/server.key
smtpd_tls_security_level = may
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:$sasl
smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
C
  cat >"$d/etc/master.cf" <<C
127.0.0.1:$smtp inet n - n - - smtpd
127.0.0.1:$submission inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
127.0.0.1:$submissions inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
nobody unix - n n - - pipe user=nobody argv=/bin/sh -c {echo 5.1.1 user unknown; exit 67}
C
  # Postfix sleeps two seconds in each command while its configuration is younger than that.
  touch -d '1 minute ago' "$d/etc"/*.cf
  postfix -c "$d/etc" check >"$d/start.log" 2>&1 || fail "postfix: $(cat "$d/start.log")"
  setsid /usr/lib/postfix/sbin/master -c "$d/etc" >>"$d/start.log" 2>&1 </dev/null &
  await "$smtp"
  await "$submission"
}

start() {
  own "$dir" && chmod 755 "$dir"
  certificates
  runs "$postgres_pid" || start_postgres
  runs "$dovecot_pid" || start_dovecot
  runs "$postfix_pid" || start_postfix
}

stop() {
  local failed=0
  end "$postfix_pid" || failed=1
  end "$dovecot_pid" || failed=1
  end "$postgres_pid" INT || failed=1 # INT does not wait for open connections
  return $failed
}

free_base() {
  local b p
  for b in $(seq 12000 1000 31000 | shuf); do
    for p in 24 25 26 143 432 465 587 993; do ! opens $((b + p)) || continue 2; done
    echo "$b"
    return
  done
  fail "no free ports"
}

run() { # COMMAND...
  local absent
  absent=$(missing)
  if [ "$(id -u)" = 0 ]; then
    if [ -n "$absent" ] || ! browser; then "$0" install </dev/null; fi
  elif [ -n "$absent" ]; then
    echo "servers.sh: missing: $absent(sudo $0 install). Tests that need real servers are left out." >&2
    exec "$@"
  fi
  HUIBAN_SERVERS_DIR=$(mktemp -d) HUIBAN_SERVERS_BASE=$(free_base)
  export HUIBAN_SERVERS_DIR HUIBAN_SERVERS_BASE
  trap '"$0" stop; rm -rf "$HUIBAN_SERVERS_DIR"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  "$0" start
  eval "$("$0" env)"
  "$@"
}

env_() {
  cat <<C
export HUIBAN_TEST_POSTGRES='postgres://huiban@127.0.0.1:$pg/huiban?sslmode=disable'
export HUIBAN_TEST_IMAP=127.0.0.1:$imap
export HUIBAN_TEST_IMAPS=127.0.0.1:$imaps
export HUIBAN_TEST_CA='$dir/tls/ca.pem'
export HUIBAN_TEST_TOKEN='$(realpath "$0") token'
C
  ! runs "$postfix_pid" || cat <<C
export HUIBAN_TEST_SMTP=127.0.0.1:$smtp
export HUIBAN_TEST_SUBMISSION=127.0.0.1:$submission
export HUIBAN_TEST_SUBMISSIONS=127.0.0.1:$submissions
C
}

b64() { base64 -w0 | tr '+/' '-_' | tr -d =; }

token() { # ADDRESS [SECONDS]
  local now head claims
  now=$(date +%s)
  head=$(printf '{"alg":"HS256","typ":"JWT"}' | b64)
  claims=$(printf '{"sub":"%s","iat":%d,"nbf":%d,"exp":%d}' "$1" $((now - 9999)) $((now - 9999)) $((now + ${2:-3600})) | b64)
  echo "$head.$claims.$(printf %s "$head.$claims" | openssl dgst -sha256 -hmac "$key" -binary | b64)"
}

case ${1:-} in
install | start | stop) "$1" ;;
run) shift && run "$@" ;;
env) env_ ;;
token) token "${2:?address}" "${3:-3600}" ;;
*) sed -n '2,16p' "$0"; exit 2 ;;
esac
