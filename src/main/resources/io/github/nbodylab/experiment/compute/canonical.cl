// What all force kernels share: how their input lies in memory, the pair formula, and the canonical sum.
//
//   a_i =  sum_j m_j r / |r|^3                                      r = x_j - x_i
//   j_i =  sum_j m_j (v / |r|^3 - 3 (r.v) r / |r|^5)                v = v_j - v_i     (Makino and Aarseth 1992, eq. 2)
//
// The sum over the bodies j of a system is kept in eight lanes, lane = j mod 8, each added up in rising j, and joined
// pairwise at the end. So it has the same bits whether the eight elements of a vector are eight lanes of one target or one
// lane of eight targets. A position is x + xLow. The floor under |r|^2 keeps i = j finite without a branch. Only operations
// that OpenCL rounds correctly are used.
//
// Input: x, y, z, xLow, yLow, zLow, mass, and vx, vy, vz where the jerk is wanted, each of length size; then of each unit
// (what one work-item does) the floor, the first body of its system and the first one after it, and its targets' slots.

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#pragma OPENCL FP_CONTRACT OFF

#define LANES 8

#define BODIES(fields)                                                                     \
    global const double *restrict x = input;                                               \
    global const double *restrict y = x + size;                                            \
    global const double *restrict z = y + size;                                            \
    global const double *restrict xl = z + size;                                           \
    global const double *restrict yl = xl + size;                                          \
    global const double *restrict zl = yl + size;                                          \
    global const double *restrict mass = zl + size;                                        \
    global const double *restrict floors = input + (size_t)fields * size;                  \
    global const int2 *restrict systems = (global const int2 *)(floors + units);           \
    global const int *restrict targets = (global const int *)(systems + units);            \
    const double floor = floors[unit];                                                     \
    const int first = systems[unit].x;                                                     \
    const int end = systems[unit].y;
#define VELOCITIES                                       \
    global const double *restrict vx = mass + size;      \
    global const double *restrict vy = vx + size;        \
    global const double *restrict vz = vy + size;

#define GATHER(f) ((double8)(f[t.s0], f[t.s1], f[t.s2], f[t.s3], f[t.s4], f[t.s5], f[t.s6], f[t.s7]))
#define JOIN(s0, s1, s2, s3, s4, s5, s6, s7) (((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)))
#define JOIN_ELEMENTS(v) JOIN(v.s0, v.s1, v.s2, v.s3, v.s4, v.s5, v.s6, v.s7)
#define JOIN_LANES(c) JOIN(sum[0][c], sum[1][c], sum[2][c], sum[3][c], sum[4][c], sum[5][c], sum[6][c], sum[7][c])

// One pair to an element: xj and the like are numbers or vectors.
#define ADD_ACCELERATION(xj, yj, zj, xlj, ylj, zlj, mj)                     \
    const double8 dx = (xj - xi) + (xlj - xli);                             \
    const double8 dy = (yj - yi) + (ylj - yli);                             \
    const double8 dz = (zj - zi) + (zlj - zli);                             \
    const double8 inverse = 1.0 / sqrt(((dx * dx + dy * dy) + dz * dz) + floor); \
    const double8 inverse2 = inverse * inverse;                             \
    const double8 w = (inverse2 * inverse) * mj;                            \
    const double8 fx = w * dx;                                              \
    const double8 fy = w * dy;                                              \
    const double8 fz = w * dz;                                              \
    ax += fx;                                                               \
    ay += fy;                                                               \
    az += fz;
#define ADD_JERK(vxj, vyj, vzj)                                             \
    const double8 dvx = vxj - vxi;                                          \
    const double8 dvy = vyj - vyi;                                          \
    const double8 dvz = vzj - vzi;                                          \
    const double8 alpha = (3.0 * ((dx * dvx + dy * dvy) + dz * dvz)) * inverse2; \
    jx += w * dvx - alpha * fx;                                             \
    jy += w * dvy - alpha * fy;                                             \
    jz += w * dvz - alpha * fz;
