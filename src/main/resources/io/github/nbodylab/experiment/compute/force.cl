// Acceleration and jerk of every body of many systems, summed in the canonical order; JvmForceEngine returns the same bits.
//
// A work-item does eight neighbouring bodies i, one to a vector element. The sum over the bodies j of their system is kept
// in eight lanes, lane = j mod 8, each added up in rising j, and joined pairwise at the end: so it can also be had with
// the vector running over j, or with eight threads to a body, in the same bits.
//
//   a_i =  sum_j m_j r / |r|^3                                      r = x_j - x_i
//   j_i =  sum_j m_j (v / |r|^3 - 3 (r.v) r / |r|^5)                v = v_j - v_i     (Makino and Aarseth 1992, eq. 2)
//
// The floor under |r|^2 keeps i = j finite without a branch. Only operations that OpenCL rounds correctly are used.

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#pragma OPENCL FP_CONTRACT OFF

#define LANES 8

#define GATHER(f) \
    ((double8)(f[t.s0], f[t.s1], f[t.s2], f[t.s3], f[t.s4], f[t.s5], f[t.s6], f[t.s7]))
#define SUM_OF_LANES(c) \
    (((sum[0][c] + sum[1][c]) + (sum[2][c] + sum[3][c])) + ((sum[4][c] + sum[5][c]) + (sum[6][c] + sum[7][c])))

// bodies: x, y, z, vx, vy, vz, mass, xLow, yLow, zLow, each of length stride; forces: ax, ay, az, jx, jy, jz on the targets,
// each of length targets. system[g]: first body of the system that the g-th eight targets belong to, and the first body
// after it. target: slot of each target among all bodies. floors[g]: what is added to |r|^2.
kernel void force(const int groups, const int stride, const int targets, global const int2 *restrict system,
                  global const int *restrict target, global const double *restrict floors,
                  global const double *restrict bodies, global double *restrict forces) {
    const int g = get_global_id(0);
    if (g >= groups) {
        return;
    }
    const int first = system[g].x;
    const int end = system[g].y;
    const double floor = floors[g];
    global const double *x = bodies;
    global const double *y = x + stride;
    global const double *z = y + stride;
    global const double *vx = z + stride;
    global const double *vy = vx + stride;
    global const double *vz = vy + stride;
    global const double *mass = vz + stride;
    global const double *xl = mass + stride;
    global const double *yl = xl + stride;
    global const double *zl = yl + stride;

    const int8 t = vload8(g, target);
    const double8 xi = GATHER(x);
    const double8 yi = GATHER(y);
    const double8 zi = GATHER(z);
    const double8 xli = GATHER(xl);
    const double8 yli = GATHER(yl);
    const double8 zli = GATHER(zl);
    const double8 vxi = GATHER(vx);
    const double8 vyi = GATHER(vy);
    const double8 vzi = GATHER(vz);

    double8 sum[LANES][6];
    for (int lane = 0; lane < LANES; lane++) {
        double8 ax = 0, ay = 0, az = 0, jx = 0, jy = 0, jz = 0;
        #pragma unroll 2
        for (int j = first + lane; j < end; j += LANES) {
            const double8 dx = (x[j] - xi) + (xl[j] - xli);
            const double8 dy = (y[j] - yi) + (yl[j] - yli);
            const double8 dz = (z[j] - zi) + (zl[j] - zli);
            const double8 dvx = vx[j] - vxi;
            const double8 dvy = vy[j] - vyi;
            const double8 dvz = vz[j] - vzi;
            const double8 r2 = ((dx * dx + dy * dy) + dz * dz) + floor;
            const double8 rv = (dx * dvx + dy * dvy) + dz * dvz;
            const double8 inverse = 1.0 / sqrt(r2);
            const double8 inverse2 = inverse * inverse;
            const double8 w = (inverse2 * inverse) * mass[j];
            const double8 alpha = (3.0 * rv) * inverse2;
            const double8 fx = w * dx;
            const double8 fy = w * dy;
            const double8 fz = w * dz;
            ax += fx;
            ay += fy;
            az += fz;
            jx += w * dvx - alpha * fx;
            jy += w * dvy - alpha * fy;
            jz += w * dvz - alpha * fz;
        }
        sum[lane][0] = ax;
        sum[lane][1] = ay;
        sum[lane][2] = az;
        sum[lane][3] = jx;
        sum[lane][4] = jy;
        sum[lane][5] = jz;
    }
    vstore8(SUM_OF_LANES(0), g, forces);
    vstore8(SUM_OF_LANES(1), g, forces + targets);
    vstore8(SUM_OF_LANES(2), g, forces + 2 * targets);
    vstore8(SUM_OF_LANES(3), g, forces + 3 * targets);
    vstore8(SUM_OF_LANES(4), g, forces + 4 * targets);
    vstore8(SUM_OF_LANES(5), g, forces + 5 * targets);
}
