/* Tokens, join codes, and who holds them. */
#include "state.h"

#include "must.h"
#include "sha256.h"

#include <string.h>

enum { TOKEN_LENGTH_MIN = 22, TOKEN_LENGTH_MAX = 64, CODE_LENGTH = 6 };

static const char base64url[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/* No letter that looks or sounds like another when it is read from a projector. */
static const char code_letters[] = "ABCDEFGHJKMNPRSTUVWXYZ";

bool token_valid(struct text token)
{
    if (token.length < TOKEN_LENGTH_MIN || token.length > TOKEN_LENGTH_MAX)
        return false;
    for (size_t at = 0; at < token.length; at++)
        if (!token.at[at] || !strchr(base64url, token.at[at]))
            return false;
    return true;
}

struct text token_hash(struct arena *arena, struct text token)
{
    return sha256_hex(arena, token);
}

static struct text token_write(struct arena *arena, const unsigned char bytes[TOKEN_LENGTH_MIN])
{
    char *letters = arena_take(arena, TOKEN_LENGTH_MIN + 1);
    for (size_t at = 0; at < TOKEN_LENGTH_MIN; at++)
        letters[at] = base64url[bytes[at] & 63];
    return (struct text){letters, TOKEN_LENGTH_MIN};
}

struct text token_make(struct host *host, struct arena *arena)
{
    unsigned char bytes[TOKEN_LENGTH_MIN];
    host->ports.random(host->ports.context, bytes, sizeof(bytes));
    return token_write(arena, bytes);
}

/* Made of control's token, so that a creation that is sent again can be answered the same though
 * only hashes are kept; it tells nothing about control's. */
struct text token_spectator(struct arena *arena, struct text control)
{
    struct sha256 hash = sha256_start();
    sha256_add(&hash, "spectator ", 10);
    sha256_add(&hash, control.at, control.length);
    unsigned char digest[SHA256_BYTES];
    sha256_finish(&hash, digest);
    return token_write(arena, digest);
}

struct holder *token_holder(const struct host *host, struct text token)
{
    if (!token_valid(token))
        return NULL;
    struct arena *arena = arena_open();
    struct holder *holder = index_find(&host->tokens, token_hash(arena, token));
    arena_close(arena);
    return holder;
}

struct text code_make(struct host *host, struct arena *arena)
{
    const size_t letters = sizeof(code_letters) - 1;
    char *code = arena_take(arena, CODE_LENGTH + 1);
    do
        for (size_t at = 0; at < CODE_LENGTH;) {
            unsigned char byte;
            host->ports.random(host->ports.context, &byte, 1);
            if (byte < 256 / letters * letters) /* or some letters would be likelier */
                code[at++] = code_letters[byte % letters];
        }
    while (index_find(&host->codes, (struct text){code, CODE_LENGTH}));
    return (struct text){code, CODE_LENGTH};
}

/* As people type it: small letters, spaces, hyphens. */
struct text code_normal(struct arena *arena, struct text typed)
{
    char *code = arena_take(arena, CODE_LENGTH + 1);
    size_t length = 0;
    for (size_t at = 0; at < typed.length; at++) {
        unsigned char letter = (unsigned char)typed.at[at];
        if (letter == ' ' || letter == '-')
            continue;
        if (length == CODE_LENGTH)
            return TEXT("");
        code[length++] = (char)(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
    }
    return (struct text){code, length};
}
