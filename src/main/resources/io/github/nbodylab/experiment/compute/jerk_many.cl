// Acceleration and jerk of many targets: a work-item does eight of one system, an element of a vector each, and one lane of
// the sum after another. Mirrored by TargetTile.

// units: of eight targets; forces: ax, ay, az, jx, jy, jz, each of length 8 units.
kernel void jerk_many(const int units, const int size, global const double *restrict input,
                      global double *restrict forces) {
    const int unit = get_global_id(0);
    if (unit >= units) {
        return;
    }
    BODIES(10)
    VELOCITIES
    const int8 t = vload8(unit, targets);
    const double8 xi = GATHER(x), yi = GATHER(y), zi = GATHER(z);
    const double8 xli = GATHER(xl), yli = GATHER(yl), zli = GATHER(zl);
    const double8 vxi = GATHER(vx), vyi = GATHER(vy), vzi = GATHER(vz);
    double8 sum[LANES][6];
    for (int lane = 0; lane < LANES; lane++) {
        double8 ax = 0, ay = 0, az = 0, jx = 0, jy = 0, jz = 0;
        for (int j = first + lane; j < end; j += LANES) {
            ADD_ACCELERATION(x[j], y[j], z[j], xl[j], yl[j], zl[j], mass[j])
            ADD_JERK(vx[j], vy[j], vz[j])
        }
        sum[lane][0] = ax;
        sum[lane][1] = ay;
        sum[lane][2] = az;
        sum[lane][3] = jx;
        sum[lane][4] = jy;
        sum[lane][5] = jz;
    }
    vstore8(JOIN_LANES(0), unit, forces);
    vstore8(JOIN_LANES(1), unit + units, forces);
    vstore8(JOIN_LANES(2), unit + 2 * units, forces);
    vstore8(JOIN_LANES(3), unit + 3 * units, forces);
    vstore8(JOIN_LANES(4), unit + 4 * units, forces);
    vstore8(JOIN_LANES(5), unit + 5 * units, forces);
}
