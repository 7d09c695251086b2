/* Gives the random words on standard input to a battery of TestU01 (L'Ecuyer & Simard 2007, ACM TOMS 33).
 *
 *     cc -O2 -o testu01 benches/testu01.c -ltestu01 -lm
 *     cargo run --release --example words | ./testu01 small|crush words|low|high|reversed
 *
 * words: both halves of each 64-bit word, low first; low, high: one of them alone; reversed: both, their bits in
 * reverse, since the tests look at leading bits more closely.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <testu01/bbattery.h>
#include <testu01/unif01.h>

static uint32_t buffer[1 << 16];
static size_t held, next, step = 1, offset;
static int reversed;

static unsigned int word(void) {
    if (next >= held) {
        held = fread(buffer, sizeof *buffer, sizeof buffer / sizeof *buffer, stdin);
        next = offset;
        if (held < sizeof buffer / sizeof *buffer) {
            fputs("the words have come to an end\n", stderr);
            exit(1);
        }
    }
    uint32_t bits = buffer[next];
    next += step;
    if (reversed) {
        bits = (bits >> 16) | (bits << 16);
        bits = ((bits >> 8) & 0x00ff00ff) | ((bits & 0x00ff00ff) << 8);
        bits = ((bits >> 4) & 0x0f0f0f0f) | ((bits & 0x0f0f0f0f) << 4);
        bits = ((bits >> 2) & 0x33333333) | ((bits & 0x33333333) << 2);
        bits = ((bits >> 1) & 0x55555555) | ((bits & 0x55555555) << 1);
    }
    return bits;
}

int main(int count, char **arguments) {
    const char *battery = count > 1 ? arguments[1] : "small", *part = count > 2 ? arguments[2] : "words";
    if (!strcmp(part, "low") || !strcmp(part, "high")) {
        step = 2;
        offset = !strcmp(part, "high");
    }
    reversed = !strcmp(part, "reversed");
    char name[64];
    snprintf(name, sizeof name, "skans, %s", part);
    unif01_Gen *generator = unif01_CreateExternGenBits(name, word);
    if (!strcmp(battery, "crush")) {
        bbattery_Crush(generator);
    } else {
        bbattery_SmallCrush(generator);
    }
    return 0;
}
