#!/bin/sh
# Runs a class of Kafka with the variables that Kafka's own script of this name knows. Its Maven packages hold no scripts.
exec java ${KAFKA_HEAP_OPTS:--Xmx256M} ${KAFKA_JVM_PERFORMANCE_OPTS:-} ${KAFKA_OPTS:-} \
    -Dlogback.configurationFile=/opt/kafka/config/logback.xml -cp '/opt/kafka/libs/*' "$@"
