// The peer of the force engine: what a plain C loop over tiles of i makes of the same formula on this machine.
//
//   gcc -O3 -march=native -fno-math-errno -fno-trapping-math -fopenmp -DTILE=16 force.c -o force -lm && ./force 1024
//
// Prints a line for each loop, its name and its rate in G interactions a second, the best of some runs: jerk (acceleration
// and jerk), jerk-low (positions as sums of two doubles, as the engine has them), acceleration, acceleration-low, jerk-engine
// (low parts, and 1 / r from its value in single precision: the engine's formula), and limit (divisions and square roots in
// double precision alone, which nothing that needs one of each can pass). The sums run in the plain order of j, and the
// compiler may contract products and sums as it likes: the engine may do neither.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifndef TILE
#define TILE 16
#endif
#define SECONDS 1.0
#define FLOOR 0x1p-125

static double *x, *y, *z, *xl, *yl, *zl, *vx, *vy, *vz, *mass, *force[6];

#define FROM(f) f##i[i] = f[first + i];
#define LOOP for (int i = 0; i < TILE; i++)

// LOW(f): what the low parts add to a difference. INVERSE(r2): an expression for 1 / sqrt(r2).
#define LOOPS(name, LOW, INVERSE)                                                                                      \
    static void jerk##name(int n, int first) {                                                                         \
        double xi[TILE], yi[TILE], zi[TILE], xli[TILE], yli[TILE], zli[TILE], vxi[TILE], vyi[TILE], vzi[TILE];         \
        double ax[TILE] = {0}, ay[TILE] = {0}, az[TILE] = {0}, jx[TILE] = {0}, jy[TILE] = {0}, jz[TILE] = {0};         \
        LOOP { FROM(x) FROM(y) FROM(z) FROM(xl) FROM(yl) FROM(zl) FROM(vx) FROM(vy) FROM(vz) }                         \
        for (int j = 0; j < n; j++) {                                                                                  \
            LOOP {                                                                                                     \
                double dx = x[j] - xi[i] LOW(xl), dy = y[j] - yi[i] LOW(yl), dz = z[j] - zi[i] LOW(zl);                \
                double dvx = vx[j] - vxi[i], dvy = vy[j] - vyi[i], dvz = vz[j] - vzi[i];                               \
                double r2 = dx * dx + dy * dy + dz * dz + FLOOR, rv = dx * dvx + dy * dvy + dz * dvz;                  \
                double inverse = INVERSE(r2), inverse2 = inverse * inverse;                                            \
                double w = inverse2 * inverse * mass[j], alpha = 3.0 * rv * inverse2;                                  \
                double fx = w * dx, fy = w * dy, fz = w * dz;                                                          \
                ax[i] += fx, ay[i] += fy, az[i] += fz;                                                                 \
                jx[i] += w * dvx - alpha * fx, jy[i] += w * dvy - alpha * fy, jz[i] += w * dvz - alpha * fz;           \
            }                                                                                                          \
        }                                                                                                              \
        LOOP { force[0][first + i] = ax[i], force[1][first + i] = ay[i], force[2][first + i] = az[i]; }                \
        LOOP { force[3][first + i] = jx[i], force[4][first + i] = jy[i], force[5][first + i] = jz[i]; }                \
    }                                                                                                                  \
    static void acceleration##name(int n, int first) {                                                                 \
        double xi[TILE], yi[TILE], zi[TILE], xli[TILE], yli[TILE], zli[TILE];                                          \
        double ax[TILE] = {0}, ay[TILE] = {0}, az[TILE] = {0};                                                         \
        LOOP { FROM(x) FROM(y) FROM(z) FROM(xl) FROM(yl) FROM(zl) }                                                    \
        for (int j = 0; j < n; j++) {                                                                                  \
            LOOP {                                                                                                     \
                double dx = x[j] - xi[i] LOW(xl), dy = y[j] - yi[i] LOW(yl), dz = z[j] - zi[i] LOW(zl);                \
                double r2 = dx * dx + dy * dy + dz * dz + FLOOR, inverse = INVERSE(r2);                                \
                double w = inverse * inverse * inverse * mass[j];                                                      \
                ax[i] += w * dx, ay[i] += w * dy, az[i] += w * dz;                                                     \
            }                                                                                                          \
        }                                                                                                              \
        LOOP { force[0][first + i] = ax[i], force[1][first + i] = ay[i], force[2][first + i] = az[i]; }                \
    }
#define WITHOUT(f)
#define WITH(f) +(f[j] - f##i[i])
#define DIVIDE(r2) (1.0 / sqrt(r2))
LOOPS(_plain, WITHOUT, DIVIDE)
LOOPS(_low, WITH, DIVIDE)

static inline double refined(double r2) {
    double s = 1.0f / sqrtf((float)r2), e = r2 * (s * s) - 1.0;
    return s + s * e * (0.375 * e - 0.5);
}
LOOPS(_engine, WITH, refined)

static void limit(int n, int first) {
    double xi[TILE], sum[TILE] = {0};
    LOOP { FROM(x) }
    for (int j = 0; j < n; j++) {
        LOOP { sum[i] += 1.0 / sqrt(x[j] + xi[i]); }
    }
    LOOP { force[0][first + i] = sum[i]; }
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

static void measure(const char *name, void (*loop)(int, int), int n) {
    double best = INFINITY;
    for (double start = seconds(); seconds() - start < SECONDS;) {
        double before = seconds();
        #pragma omp parallel for schedule(dynamic, 4)
        for (int first = 0; first < n; first += TILE) {
            loop(n, first);
        }
        best = fmin(best, seconds() - before);
    }
    printf("%s %.4f\n", name, 1e-9 * n * (n - 1.0) / best);
}

int main(int count, char **arguments) {
    int n = count > 1 ? atoi(arguments[1]) / TILE * TILE : 0;
    if (n < TILE) {
        fprintf(stderr, "how many bodies? %d or more\n", TILE);
        return 2;
    }
    double **fields[] = {&x, &y, &z, &xl, &yl, &zl, &vx, &vy, &vz, &mass, force, force + 1, force + 2, force + 3,
                         force + 4, force + 5};
    for (int f = 0; f < 16; f++) {
        *fields[f] = aligned_alloc(64, (sizeof(double) * n + 63) / 64 * 64);
        for (int i = 0; i < n; i++) {
            (*fields[f])[i] = f >= 3 && f < 6 ? 0 : rand() / (RAND_MAX + 1.0);
        }
    }
    measure("jerk", jerk_plain, n);
    measure("jerk-low", jerk_low, n);
    measure("jerk-engine", jerk_engine, n);
    measure("acceleration", acceleration_plain, n);
    measure("acceleration-low", acceleration_low, n);
    measure("limit", limit, n);
    return 0;
}
