// Acceleration alone of many targets: a work-item does eight of one system, as in jerk_many.cl. Mirrored by TargetTile.

// units: of eight targets; forces: ax, ay, az, each of length 8 units.
kernel void acceleration_many(const int units, const int size, global const double *restrict input,
                              global double *restrict forces) {
    const int unit = get_global_id(0);
    if (unit >= units) {
        return;
    }
    BODIES(7)
    const int8 t = vload8(unit, targets);
    const double8 xi = GATHER(x), yi = GATHER(y), zi = GATHER(z);
    const double8 xli = GATHER(xl), yli = GATHER(yl), zli = GATHER(zl);
    double8 sum[LANES][3];
    for (int lane = 0; lane < LANES; lane++) {
        double8 ax = 0, ay = 0, az = 0;
        for (int j = first + lane; j < end; j += LANES) {
            ADD_ACCELERATION(x[j], y[j], z[j], xl[j], yl[j], zl[j], mass[j])
        }
        sum[lane][0] = ax;
        sum[lane][1] = ay;
        sum[lane][2] = az;
    }
    vstore8(JOIN_LANES(0), unit, forces);
    vstore8(JOIN_LANES(1), unit + units, forces);
    vstore8(JOIN_LANES(2), unit + 2 * units, forces);
}
