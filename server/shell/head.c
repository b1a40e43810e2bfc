#include "head.h"

void head_start(struct head *head, struct lws *wsi, unsigned int status)
{
    head->wsi = wsi;
    head->at = head->bytes + LWS_PRE;
    head->end = head->bytes + sizeof head->bytes;
    head->full = lws_add_http_header_status(wsi, status, &head->at, head->end) != 0;
}

void head_add(struct head *head, const char *name, struct text value)
{
    if (lws_add_http_header_by_name(head->wsi, (const unsigned char *)name,
                                    (const unsigned char *)value.at, (int)value.length, &head->at,
                                    head->end))
        head->full = true;
}

bool head_write(struct head *head)
{
    return !head->full &&
           !lws_finalize_write_http_header(head->wsi, head->bytes + LWS_PRE, &head->at, head->end);
}
