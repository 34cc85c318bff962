/*
 * Logs librdkafka in with tokens of Heliograph where it was built without OpenID Connect, as Debian 12's was: a plugin
 * that any program on librdkafka 1.9 or later loads, kcat among them.
 *
 *   plugin.library.paths=/path/to/heliograph_login.so
 *   sasl.oauthbearer.config=COMMAND
 *
 * COMMAND is run by the shell whenever a token is needed and prints what the token endpoint answers: JSON with
 * access_token and expires_in. librdkafka asks for the next token after four fifths of the life of the last.
 */
#include <librdkafka/rdkafka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LONGEST_ANSWER 16384

/* The text after "name":, without the quotes of a string; what it points to ends there. */
static char *field(char *json, const char *name) {
  char quoted[64];
  snprintf(quoted, sizeof quoted, "\"%s\"", name);
  char *at = strstr(json, quoted);
  if (at == NULL || (at = strchr(at + strlen(quoted), ':')) == NULL)
    return NULL;
  at += 1 + strspn(at + 1, " \t\r\n\"");
  at[strcspn(at, "\",} \t\r\n")] = '\0';
  return at;
}

static void refresh(rd_kafka_t *client, const char *command, void *opaque) {
  (void)opaque;
  char answer[LONGEST_ANSWER], copy[LONGEST_ANSWER], error[512];
  if (command == NULL) {
    rd_kafka_oauthbearer_set_token_failure(client, "sasl.oauthbearer.config names no command that prints a token");
    return;
  }
  FILE *process = popen(command, "r");
  size_t length = process == NULL ? 0 : fread(answer, 1, sizeof answer - 1, process);
  int status = process == NULL ? -1 : pclose(process);
  answer[length] = '\0';
  memcpy(copy, answer, length + 1);
  char *token = field(answer, "access_token");
  char *seconds = field(copy, "expires_in");
  long life = seconds == NULL ? 0 : strtol(seconds, NULL, 10);
  if (status != 0 || token == NULL || life <= 0) {
    rd_kafka_oauthbearer_set_token_failure(
        client, "the command in sasl.oauthbearer.config gave no token: it must succeed and print access_token and expires_in");
    return;
  }
  int64_t until = ((int64_t)time(NULL) + life) * 1000;
  /* The broker takes the principal from the token; this name stands in logs alone. */
  if (rd_kafka_oauthbearer_set_token(client, token, until, "heliograph", NULL, 0, error, sizeof error)
      != RD_KAFKA_RESP_ERR_NO_ERROR)
    rd_kafka_oauthbearer_set_token_failure(client, error);
}

/*
 * Programs that never serve callbacks, as kcat while it has no token, get theirs from a thread of the library. There is
 * nothing to serve before the client's main thread begins.
 */
static rd_kafka_resp_err_t serve(rd_kafka_t *client, rd_kafka_thread_type_t type, const char *name, void *opaque) {
  (void)name;
  (void)opaque;
  if (type != RD_KAFKA_THREAD_MAIN)
    return RD_KAFKA_RESP_ERR_NO_ERROR;
  rd_kafka_error_t *trouble = rd_kafka_sasl_background_callbacks_enable(client);
  if (trouble == NULL)
    return RD_KAFKA_RESP_ERR_NO_ERROR;
  fprintf(stderr, "heliograph_login: %s\n", rd_kafka_error_string(trouble));
  rd_kafka_error_destroy(trouble);
  return RD_KAFKA_RESP_ERR__FAIL;
}

static rd_kafka_resp_err_t started(
    rd_kafka_t *client, const rd_kafka_conf_t *conf, void *opaque, char *error, size_t size) {
  (void)conf;
  (void)opaque;
  (void)error;
  (void)size;
  return rd_kafka_interceptor_add_on_thread_start(client, "heliograph_login", serve, NULL);
}

static rd_kafka_resp_err_t copied(
    rd_kafka_conf_t *made, const rd_kafka_conf_t *from, size_t number, const char **names, void *opaque) {
  (void)from;
  (void)number;
  (void)names;
  return rd_kafka_conf_interceptor_add_on_new(made, "heliograph_login", started, opaque);
}

rd_kafka_resp_err_t conf_init(rd_kafka_conf_t *conf, void **opaque, char *error, size_t size) {
  (void)opaque;
  (void)error;
  (void)size;
  rd_kafka_conf_set_oauthbearer_token_refresh_cb(conf, refresh);
  rd_kafka_conf_enable_sasl_queue(conf, 1);
  rd_kafka_conf_interceptor_add_on_conf_dup(conf, "heliograph_login", copied, NULL);
  return rd_kafka_conf_interceptor_add_on_new(conf, "heliograph_login", started, NULL);
}
