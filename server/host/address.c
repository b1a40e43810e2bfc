/* What one address may do, whoever it is. */
#include "state.h"

#include "must.h"

#include <stdlib.h>
#include <string.h>

enum { ADDRESSES_MAX = 10000 };

static const struct allowance asking = {400, 3000};
static const struct allowance guessing = {20, 10};
static const struct allowance making = {60, 60};

bool limit_takes(struct host *host, struct bucket *bucket, struct allowance allowance)
{
    return host->unlimited || bucket_take(bucket, allowance, host->now);
}

/* Forgets those who have not used anything up. */
static void addresses_prune(struct host *host)
{
    for (struct address **place = &host->address_list; *place;) {
        struct address *address = *place;
        if (bucket_full(&address->asking, asking, host->now) &&
            bucket_full(&address->guessing, guessing, host->now) &&
            bucket_full(&address->making, making, host->now)) {
            index_remove(&host->addresses, text_of(address->name));
            *place = address->next;
            free(address);
            host->address_count--;
        } else {
            place = &address->next;
        }
    }
}

static struct address *address_of(struct host *host, struct text name)
{
    char key[sizeof(((struct address *)NULL)->name)] = "";
    size_t length = name.length < sizeof(key) - 1 ? name.length : sizeof(key) - 1;
    if (length > 0)
        memcpy(key, name.at, length);
    else
        strcpy(key, "-");
    struct address *address = index_find(&host->addresses, text_of(key));
    if (address)
        return address;
    if (host->address_count >= ADDRESSES_MAX)
        addresses_prune(host);
    address = calloc(1, sizeof(*address));
    must(address != NULL);
    memcpy(address->name, key, sizeof(key));
    address->next = host->address_list;
    host->address_list = address;
    host->address_count++;
    index_put(&host->addresses, text_of(address->name), address);
    return address;
}

bool address_asks(struct host *host, const struct peer *peer)
{
    return limit_takes(host, &address_of(host, peer->address)->asking, asking);
}

bool address_makes(struct host *host, const struct peer *peer)
{
    return limit_takes(host, &address_of(host, peer->address)->making, making);
}

bool address_may_guess(struct host *host, const struct peer *peer)
{
    return host->unlimited ||
           bucket_has(&address_of(host, peer->address)->guessing, guessing, host->now);
}

void address_guessed_wrong(struct host *host, const struct peer *peer)
{
    (void)limit_takes(host, &address_of(host, peer->address)->guessing, guessing);
}
