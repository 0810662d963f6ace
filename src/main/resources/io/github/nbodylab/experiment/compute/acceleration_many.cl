// Acceleration alone of many targets: a work-item does eight of one system, as in jerk_many.cl.

// units: of eight targets; forces: ax, ay, az, each of length 8 units.
kernel void acceleration_many(const int units, const int size, global const double *restrict input,
                              global double *restrict forces) {
    const int unit = get_global_id(0);
    if (unit >= units) {
        return;
    }
    UNIT(7)
    const int8 t = 7 * vload8(unit, targets);
    TARGET_POSITION(GATHER)
    global const double *restrict body = input + 7 * first;
    double8 sum[LANES][3];
    for (int lane = 0; lane < LANES; lane++) {
        double8 ax = 0, ay = 0, az = 0;
        for (int j = 0; j < (end - first) / LANES; j++, body += 7) {
            ADD_ACCELERATION(BODY)
        }
        sum[lane][0] = ax;
        sum[lane][1] = ay;
        sum[lane][2] = az;
    }
    vstore8(JOIN_LANES(0), unit, forces);
    vstore8(JOIN_LANES(1), unit + units, forces);
    vstore8(JOIN_LANES(2), unit + 2 * units, forces);
}
