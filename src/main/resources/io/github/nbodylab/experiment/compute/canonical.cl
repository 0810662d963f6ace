// What all force kernels share: how their input lies in memory, the pair formula, and the canonical sum.
//
//   a_i =  sum_j m_j r / |r|^3                                      r = x_j - x_i
//   j_i =  sum_j m_j (v / |r|^3 - 3 (r.v) r / |r|^5)                v = v_j - v_i     (Makino and Aarseth 1992, eq. 2)
//
// The sum over the bodies j of a system is kept in eight lanes, lane = j mod 8, each added up in rising j, and joined
// pairwise at the end. So it has the same bits whether the eight elements of a vector are eight lanes of one target or one
// lane of eight targets. A position is x + xLow. Only operations that IEEE 754 rounds correctly are used, and products are
// contracted where fma says so and nowhere else. |r|^2 has the square of the softening length in it; the floor under it,
// below any distance that a step could resolve, keeps i = j finite without a branch, in single precision too.
//
// 1 / |r| starts from its value in single precision, s, and is made whole with e = |r|^2 s^2 - 1, |e| < 2^-21:
//
//   (1 + e)^(-1/2) = 1 - e/2 + 3 e^2/8 - ...                        the next term is below 2^-64
//
// This is nearer to the truth than division and square root in double precision, which round twice, and takes a quarter of
// the time of these two, the slowest operations of all.
//
// Input: the bodies, then of each unit (what one work-item does) the square of the softening length, the first body of
// its system and the first one after it, and its targets. The bodies lie as it suits the kernel:
//   few: a field after the other, all bodies of the field in the order of their slots
//   many: a body after the other, all its fields together; of a system first the bodies of lane 0, then those of lane 1, ...

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#pragma OPENCL FP_CONTRACT OFF

#define LANES 8
#define FLOOR 0x1p-125

// The fields of a body; the last three only where the jerk is wanted.
#define X 0
#define Y 1
#define Z 2
#define XL 3
#define YL 4
#define ZL 5
#define MASS 6
#define VX 7
#define VY 8
#define VZ 9

#define UNIT(fields)                                                                                    \
    global const double *restrict softening2 = input + (size_t)fields * size;                           \
    global const int2 *restrict systems = (global const int2 *)(softening2 + units);                    \
    global const int *restrict targets = (global const int *)(systems + units);                         \
    const double8 epsilon2 = softening2[unit];                                                          \
    const int first = systems[unit].x;                                                                  \
    const int end = systems[unit].y;

#define JOIN(s0, s1, s2, s3, s4, s5, s6, s7) (((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)))

// OF: names a macro that gives a field of the target, or of eight targets. FROM: likewise of one source, or of eight.
#define TARGET_POSITION(OF)                                                                             \
    const double8 xi = OF(X), yi = OF(Y), zi = OF(Z), xli = OF(XL), yli = OF(YL), zli = OF(ZL);
#define TARGET_VELOCITY(OF) const double8 vxi = OF(VX), vyi = OF(VY), vzi = OF(VZ);
#define ADD_ACCELERATION(FROM)                                                                          \
    const double8 dx = (FROM(X) - xi) + (FROM(XL) - xli);                                               \
    const double8 dy = (FROM(Y) - yi) + (FROM(YL) - yli);                                               \
    const double8 dz = (FROM(Z) - zi) + (FROM(ZL) - zli);                                               \
    const double8 sum2 = fma(dz, dz, fma(dy, dy, fma(dx, dx, epsilon2)));                               \
    const double8 r2 = sum2 < FLOOR ? (double8)FLOOR : sum2;                                            \
    const double8 s = convert_double8(1.0f / sqrt(convert_float8(r2)));                                 \
    const double8 e = fma(r2, s * s, (double8)-1.0);                                                    \
    const double8 inverse = fma(s * e, fma((double8)0.375, e, (double8)-0.5), s);                       \
    const double8 inverse2 = inverse * inverse;                                                         \
    const double8 w = (inverse2 * inverse) * FROM(MASS);                                                \
    ax = fma(w, dx, ax);                                                                                \
    ay = fma(w, dy, ay);                                                                                \
    az = fma(w, dz, az);
#define ADD_JERK(FROM)                                                                                  \
    const double8 dvx = FROM(VX) - vxi;                                                                 \
    const double8 dvy = FROM(VY) - vyi;                                                                 \
    const double8 dvz = FROM(VZ) - vzi;                                                                 \
    const double8 alpha = (-3.0 * fma(dz, dvz, fma(dy, dvy, dx * dvx))) * inverse2;                     \
    jx = fma(w, fma(alpha, dx, dvx), jx);                                                               \
    jy = fma(w, fma(alpha, dy, dvy), jy);                                                               \
    jz = fma(w, fma(alpha, dz, dvz), jz);

// For kernels of few targets: a field of target t, and of the j-th eight sources.
#define TARGET(f) input[f * size + t]
#define OCTET(f) vload8(j, input + f * size)
#define JOIN_ELEMENTS(v) JOIN(v.s0, v.s1, v.s2, v.s3, v.s4, v.s5, v.s6, v.s7)

// For kernels of many targets: a field of the eight targets that begin at t, and of the source at body.
#define GATHER(f)                                                                                       \
    ((double8)(input[t.s0 + f], input[t.s1 + f], input[t.s2 + f], input[t.s3 + f], input[t.s4 + f],     \
               input[t.s5 + f], input[t.s6 + f], input[t.s7 + f]))
#define BODY(f) body[f]
#define JOIN_LANES(c) JOIN(sum[0][c], sum[1][c], sum[2][c], sum[3][c], sum[4][c], sum[5][c], sum[6][c], sum[7][c])
