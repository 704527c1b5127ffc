#ifndef LINEWISE_CNETTLE_SHIM_H
#define LINEWISE_CNETTLE_SHIM_H

#include <nettle/sha2.h>

#endif
