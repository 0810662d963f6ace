// Acceleration and jerk of many targets: a work-item does eight of one system, an element of a vector each, and one lane of
// the sum after another: the same bits as jerk_few.cl, which has a mirror on the JVM.

// units: of eight targets; forces: ax, ay, az, jx, jy, jz, each of length 8 units.
kernel void jerk_many(const int units, const int size, global const double *restrict input,
                      global double *restrict forces) {
    const int unit = get_global_id(0);
    if (unit >= units) {
        return;
    }
    UNIT(10)
    const int8 t = 10 * vload8(unit, targets);
    TARGET_POSITION(GATHER)
    TARGET_VELOCITY(GATHER)
    global const double *restrict body = input + 10 * first;
    double8 sum[LANES][6];
    for (int lane = 0; lane < LANES; lane++) {
        double8 ax = 0, ay = 0, az = 0, jx = 0, jy = 0, jz = 0;
        for (int j = 0; j < (end - first) / LANES; j++, body += 10) {
            ADD_ACCELERATION(BODY)
            ADD_JERK(BODY)
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
