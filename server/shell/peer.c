#include "address.h"
#include "serving.h"

#include <string.h>
#include <strings.h>

struct server *server_of(struct lws *wsi)
{
    return lws_context_user(lws_get_context(wsi));
}

static struct text forwarded_for(struct lws *wsi, char *header, int size)
{
    if (!lws_hdr_total_length(wsi, WSI_TOKEN_X_FORWARDED_FOR))
        return TEXT("");
    if (lws_hdr_copy(wsi, header, size, WSI_TOKEN_X_FORWARDED_FOR) <= 0)
        return TEXT("unknown");               /* Too long for anybody honest. */
    const char *comma = strrchr(header, ','); /* The last is what our own proxy saw. */
    const char *start = comma ? comma + 1 : header;
    start += strspn(start, " ");
    return (struct text){start, strcspn(start, " ")};
}

struct text peer_address(struct lws *wsi, char address[ADDRESS_BYTES_MAX])
{
    address[0] = '\0';
    lws_get_peer_simple(wsi, address, ADDRESS_BYTES_MAX);
    if (!address_is_loopback(text_of(address)))
        return text_of(address);
    char header[512];
    struct text other = forwarded_for(wsi, header, sizeof header);
    if (!other.length)
        return text_of(address);
    if (other.length >= ADDRESS_BYTES_MAX || address_is_loopback(other))
        other = TEXT("unknown");
    memcpy(address, other.at, other.length);
    address[other.length] = '\0';
    return text_of(address);
}

struct peer *peer_open(struct server *server, struct link *link, struct text address,
                       struct text token)
{
    struct peer *peer = host_peer_open(server->host, link, address, token);
    if (!server->settings->create_key && address_is_loopback(address))
        host_peer_trust(peer);
    return peer;
}

bool origin_is_ours(struct lws *wsi)
{
    char origin[256], host[256];
    if (!lws_hdr_total_length(wsi, WSI_TOKEN_ORIGIN))
        return true; /* Not a browser: a script, a bot, a bridge. */
    if (lws_hdr_copy(wsi, origin, sizeof origin, WSI_TOKEN_ORIGIN) <= 0 ||
        lws_hdr_copy(wsi, host, sizeof host, WSI_TOKEN_HOST) <= 0)
        return false;
    const char *name = strstr(origin, "://");
    return name && !strcasecmp(name + 3, host);
}
