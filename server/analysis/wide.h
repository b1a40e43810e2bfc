/* Sums and products of int64 that cannot overflow. */
#ifndef WIDE_H
#define WIDE_H

__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 wide_count;

#endif
