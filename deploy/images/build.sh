#!/usr/bin/env bash
# Builds local stand-ins for the public images of Kafka, Apicurio Registry and PostgreSQL, for a machine that can pull
# none: the same programs at the same paths, from the packages that the build of this project uses already.
# Needs Debian, root, docker.io, debootstrap, and this project built (./heliograph up, or mvn package).
set -euo pipefail

top="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
readonly top
readonly built="$top/services/standalone/target"

fail() {
    echo "build.sh: $*" >&2
    exit 1
}

[[ -e /etc/debian_version ]] || fail "needs Debian, for debootstrap"
[[ "$(id -u)" == 0 ]] || fail "needs root, for debootstrap"
for program in docker debootstrap; do
    command -v "$program" > /dev/null || fail "needs $program; apt-get install docker.io debootstrap"
done
docker info > /dev/null 2>&1 || fail "no container engine answers; start dockerd"
[[ -d "$built/lib" && -d "$built/registry" ]] || fail "the project is not built; first: ./heliograph up"
[[ -x "$built/postgres/bin/postgres" ]] || fail "PostgreSQL is not unpacked yet; first: ./heliograph up"
jdk="${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}"
grep -q '^JAVA_VERSION="25[".]' "$jdk/release" 2> /dev/null || fail "needs a JDK 25; set JAVA_HOME to one"

work="$(mktemp -d)"
readonly work
trap 'rm -rf "$work"' EXIT
release="$(. /etc/os-release && echo "$VERSION_CODENAME")"

# Where this machine gets its packages from.
mirror="${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' "Codename: $release" 'Created-By: Packages' \
    | head -n 1)}"
[[ -n "$mirror" ]] || fail "apt names no mirror for $release; set DEBIAN_MIRROR"

echo "base: Debian $release and the JDK"
debootstrap --variant=minbase "$release" "$work/base" "$mirror" > "$work/debootstrap.log" 2>&1 \
    || { tail -n 5 "$work/debootstrap.log" >&2; fail "debootstrap failed"; }
rm -rf "$work/base/var/cache/apt/archives" "$work/base/var/lib/apt/lists"
mkdir -p "$work/base/opt/java"
tar -C "$jdk" --exclude=./jmods --exclude=./lib/src.zip --exclude=./man -c . | tar -C "$work/base/opt/java" -x
ln -s /opt/java/bin/java "$work/base/usr/local/bin/java"
tar -C "$work/base" -c . | docker import --change 'ENV LANG=C.UTF-8' - heliograph/base:local > /dev/null

image() {
    echo "heliograph/$1:local"
    docker build --quiet --network none --tag "heliograph/$1:local" "$work/$1" > /dev/null
}

mkdir -p "$work/kafka/libs" "$work/kafka/bin"
# The registry's, the command line's and the test database's own libraries are none of Kafka's.
find "$built/lib" -name '*.jar' ! -name '*-SNAPSHOT.jar' ! -name 'picocli*' ! -name 'embedded-postgres*' \
    ! -name 'postgresql*' -exec cp -t "$work/kafka/libs" {} +
cp -r "$top/deploy/images/kafka/." "$work/kafka/"
image kafka

mkdir -p "$work/registry"
cp -r "$built/registry" "$work/registry/deployments"
cp "$top/deploy/images/registry/Dockerfile" "$work/registry/"
image registry

mkdir -p "$work/postgres"
cp -r "$built/postgres" "$work/postgres/programs"
cp -r "$top/deploy/images/postgres/." "$work/postgres/"
image postgres

cat << 'END'
To test on them:
  ./heliograph verify -Dheliograph.backbone=containers -Dheliograph.images.kafka=heliograph/kafka:local \
      -Dheliograph.images.registry=heliograph/registry:local -Dheliograph.images.postgres=heliograph/postgres:local
END
