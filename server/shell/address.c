#include "address.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <qrencode.h>
#include <string.h>

bool address_is_loopback(struct text address)
{
    if (text_starts_with(address, TEXT("::ffff:")))
        address = (struct text){address.at + 7, address.length - 7};
    return text_starts_with(address, TEXT("127.")) || text_equal(address, TEXT("::1"));
}

bool address_is_private(const struct settings *settings)
{
    return address_is_loopback(text_of(settings->host));
}

static bool is_anywhere(const char *host)
{
    return !strcmp(host, "0.0.0.0") || !strcmp(host, "::");
}

static struct text address_url(const struct settings *settings, const char *host, uint16_t port,
                               struct arena *arena)
{
    const char *scheme = settings->tls_cert ? "https" : "http";
    bool brackets = strchr(host, ':');
    return arena_print(arena, "%s://%s%s%s:%u", scheme, brackets ? "[" : "", host,
                       brackets ? "]" : "", (unsigned)port);
}

struct text address_here(const struct settings *settings, uint16_t port, struct arena *arena)
{
    return address_url(settings, is_anywhere(settings->host) ? "localhost" : settings->host, port,
                       arena);
}

/* Bridges of containers and virtual machines reach nobody in the room. */
static bool is_for_people(const struct ifaddrs *item)
{
    static const char *const others[] = {"docker", "br-", "veth", "virbr", "lxc", "cni", "tun"};
    if (!item->ifa_addr || item->ifa_addr->sa_family != AF_INET || !(item->ifa_flags & IFF_UP) ||
        (item->ifa_flags & IFF_LOOPBACK))
        return false;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (!strncmp(item->ifa_name, others[i], strlen(others[i])))
            return false;
    return true;
}

/* The first address of this machine in a local network, or NULL. */
static const char *lan_host(struct arena *arena)
{
    struct ifaddrs *list = NULL;
    if (getifaddrs(&list))
        return NULL;
    const char *found = NULL;
    for (struct ifaddrs *item = list; item && !found; item = item->ifa_next) {
        if (!is_for_people(item))
            continue;
        struct sockaddr_in address;
        memcpy(&address, item->ifa_addr, sizeof address);
        char host[INET_ADDRSTRLEN];
        if (inet_ntop(AF_INET, &address.sin_addr, host, sizeof host))
            found = arena_copy(arena, text_of(host)).at;
    }
    freeifaddrs(list);
    return found;
}

struct text address_there(const struct settings *settings, uint16_t port, struct arena *arena)
{
    if (settings->address)
        return text_of(settings->address);
    if (address_is_private(settings))
        return TEXT("");
    const char *host = is_anywhere(settings->host) ? lan_host(arena) : settings->host;
    return host ? address_url(settings, host, port, arena) : TEXT("");
}

/* Two modules a character, upper and lower half; a light border of two modules around. */
void address_draw(struct text address, FILE *stream)
{
    QRcode *code = QRcode_encodeString(address.at, 0, QR_ECLEVEL_L, QR_MODE_8, 1);
    if (!code)
        return;
    static const char *const blocks[] = {"█", "▀", "▄", " "}; /* by dark upper, dark lower */
    int border = 2;
    for (int row = -border; row < code->width + border; row += 2) {
        fputs("  ", stream);
        for (int column = -border; column < code->width + border; column++) {
            int dark[2];
            for (int half = 0; half < 2; half++) {
                int at = row + half;
                dark[half] = at >= 0 && at < code->width && column >= 0 && column < code->width &&
                             (code->data[at * code->width + column] & 1);
            }
            fputs(blocks[dark[0] * 2 + dark[1]], stream);
        }
        fputc('\n', stream);
    }
    QRcode_free(code);
}
