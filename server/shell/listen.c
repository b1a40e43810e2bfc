#include "listen.h"

#include "http.h"
#include "log.h"
#include "socket.h"

#include <arpa/inet.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Scripts, styles and connections from here alone; pictures may also be inline (Pico's icons). */
#define CONTENT_SECURITY_POLICY                                                                    \
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "               \
    "form-action 'self'; frame-ancestors 'none'"

static const struct lws_protocol_vhost_options header_referrer = {
    NULL, NULL, "referrer-policy:", "no-referrer"};
static const struct lws_protocol_vhost_options header_sniff = {
    &header_referrer, NULL, "x-content-type-options:", "nosniff"};
static const struct lws_protocol_vhost_options header_policy = {
    &header_sniff, NULL, "content-security-policy:", CONTENT_SECURITY_POLICY};

/* The first serves plain HTTP. rx_buffer_size is what an idle connection costs; tx_packet_size must
 * not cut a write in pieces. */
enum { TX_BYTES = 8 * 1024 * 1024 };
static const struct lws_protocols protocols[] = {
    {"http", http_callback, sizeof(void *), 256, 0, NULL, TX_BYTES},
    {"entente.1", socket_callback, sizeof(void *), 256, 0, NULL, TX_BYTES},
    {NULL, NULL, 0, 0, 0, NULL, 0},
};

static void log_emit(int level, const char *line)
{
    (void)level;
    log_line("libwebsockets: %.*s", (int)strcspn(line, "\n"), line);
}

/* libwebsockets does not say why it can't listen, so we ask the system first. */
static bool listen_try(struct server *server, struct text *why)
{
    const struct settings *settings = server->settings;
    struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_port = htons(settings->port)};
    struct sockaddr_in four = {.sin_family = AF_INET, .sin_port = htons(settings->port)};
    bool is_six = inet_pton(AF_INET6, settings->host, &six.sin6_addr) == 1;
    if (!is_six)
        inet_pton(AF_INET, settings->host, &four.sin_addr);
    int one = 1;
    int handle = socket(is_six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool good = handle >= 0 && !setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) &&
                !(is_six ? bind(handle, (struct sockaddr *)&six, sizeof six)
                         : bind(handle, (struct sockaddr *)&four, sizeof four)) &&
                !listen(handle, 1);
    int error = errno;
    if (handle >= 0)
        close(handle);
    if (good)
        return true;
    if (error == EADDRINUSE)
        *why = arena_print(server->arena,
                           "Port %u is in use by another program (perhaps another Entente). Stop "
                           "it, or choose another port with --listen %s:%u.",
                           settings->port, settings->host, settings->port + 1U);
    else
        *why = arena_print(server->arena, "Can't listen on %s: %s.", settings->listen,
                           strerror(error));
    return false;
}

bool listen_open(struct server *server, struct text *why)
{
    const struct settings *settings = server->settings;
    if (!listen_try(server, why))
        return false;
    /* Other ends that are silently gone are noticed, and their seats shown as away. */
    server->patience = (lws_retry_bo_t){
        .secs_since_valid_ping = settings->heartbeat_s,
        .secs_since_valid_hangup = (uint16_t)(settings->heartbeat_s + HANGUP_SECONDS),
    };
    lws_set_log_level(LLL_ERR | LLL_WARN, log_emit);
    bool anywhere = !strcmp(settings->host, "0.0.0.0") || !strcmp(settings->host, "::");
    void *loops[] = {&server->loop};
    struct lws_context_creation_info info = {
        .port = settings->port,
        .iface = anywhere ? NULL : settings->host,
        .protocols = protocols,
        .headers = &header_policy,
        .options = LWS_SERVER_OPTION_LIBUV | LWS_SERVER_OPTION_FAIL_UPON_UNABLE_TO_BIND |
                   LWS_SERVER_OPTION_EXPLICIT_VHOSTS,
        .foreign_loops = loops,
        .user = server,
        .server_string = "entente",
        .keepalive_timeout = 30,
        .retry_and_idle_policy = &server->patience,
        .alpn = "http/1.1", /* Frames of one turn go out as one write, which HTTP/2 forbids. */
    };
    if (!strchr(settings->host, ':'))
        info.options |= LWS_SERVER_OPTION_DISABLE_IPV6;
    if (settings->tls_cert) {
        info.options |= LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT;
        info.ssl_cert_filepath = settings->tls_cert;
        info.ssl_private_key_filepath = settings->tls_key;
    }
    server->context = lws_create_context(&info);
    if (server->context)
        server->vhost = lws_create_vhost(server->context, &info);
    if (!server->vhost) {
        *why = arena_print(server->arena, "Can't serve on %s; the log above says why.",
                           settings->listen);
        return false;
    }
    server->port = (uint16_t)lws_get_vhost_listen_port(server->vhost);
    return true;
}
