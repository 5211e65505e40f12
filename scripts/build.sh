# Shared by ./run and ./test: which Maven, which JDK, what is built. Sourced, not run.

# One clear line when the one thing that must be there is not.
require_jdk() {
  local java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  local version
  command -v "$java" >/dev/null || { echo "Dari needs a JDK 17 or later: install one and put it on the PATH" >&2; exit 4; }
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
  [ "${version%%.*}" -ge 17 ] || { echo "Dari needs a JDK 17 or later; this is Java $version" >&2; exit 4; }
  "$java" --list-modules | grep -q '^jdk.compiler' || { echo "Dari needs a JDK; this Java has no compiler" >&2; exit 4; }
}

# The machine's Maven where there is one, else the wrapper, which brings its own.
maven() {
  if command -v mvn >/dev/null; then mvn "$@"; else ./mvnw "$@"; fi
}

built=target/run

# Builds what ./run needs, only when a source is newer than the last build, and lays the application out so that it
# starts fast: unpacked, with a shared class archive made by one training start.
build_application() {
  if [ -f $built/stamp ] && [ -z "$(find pom.xml ./*/pom.xml ./*/src .mvn scripts/build.sh -newer $built/stamp -print -quit)" ]; then
    return
  fi
  echo "Building Dari (a few minutes the first time) ..."
  mkdir -p $built
  touch $built/stamp.new
  # Tests are compiled, not run: the marketplace depends on the engine's test jar. ./test has packed everything already.
  [ -n "${DARI_PACKED:-}" ] || maven -q -B -ntp package -DskipTests -pl marketplace-app,sandbox-provisioner -am
  rm -rf $built/application
  java -Djarmode=tools -jar marketplace-app/target/marketplace-app-*-boot.jar extract --destination $built/application
  mv $built/application/marketplace-app-*-boot.jar $built/application/application.jar
  mkdir -p $built/training
  if ! DARI_HOME=$built/training DARI_DEMO_SMTP_PORT=0 DARI_DEMO_STRIPE_PORT=0 \
    java -XX:ArchiveClassesAtExit=$built/application.jsa -XX:TieredStopAtLevel=1 -Dspring.context.exit=onRefresh \
    -jar $built/application/application.jar --spring.profiles.active=demo --server.port=0 >$built/training.log 2>&1; then
    echo "The training start failed; the end of $built/training.log:" >&2
    tail -20 $built/training.log >&2
    exit 1
  fi
  # The training start leaves without closing: its database is still there, and asked to end it would write while its
  # folder is removed.
  local database
  database=$(cat $built/training/mariadb/mariadbd.pid 2>/dev/null || true)
  if [ -n "$database" ] && kill -9 "$database" 2>/dev/null; then
    for _ in $(seq 1 100); do
      kill -0 "$database" 2>/dev/null || break
      sleep 0.1
    done
  fi
  rm -rf $built/training
  mv $built/stamp.new $built/stamp
}

# start_application PORT LOG: runs in the foreground.
start_application() {
  exec java -XX:SharedArchiveFile=$built/application.jsa -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -Xmx768m \
    -jar $built/application/application.jar --spring.profiles.active="${DARI_PROFILES:-demo}" --server.port="$1" >>"$2" 2>&1
}

# is_ready PORT: without curl, which a machine with only a JDK may lack.
is_ready() {
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
  head -1 <&3 | grep -q ' 200'
} 2>/dev/null
