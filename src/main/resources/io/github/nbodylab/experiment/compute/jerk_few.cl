// Acceleration and jerk of few targets: a work-item does one, and all eight lanes of the sum at once. Mirrored by
// VectorTile and PlainTile.

// units: of one target; forces: ax, ay, az, jx, jy, jz, each of length units.
kernel void jerk_few(const int units, const int size, global const double *restrict input,
                     global double *restrict forces) {
    const int unit = get_global_id(0);
    if (unit >= units) {
        return;
    }
    UNIT(10)
    const int t = targets[unit];
    TARGET_POSITION(TARGET)
    TARGET_VELOCITY(TARGET)
    double8 ax = 0, ay = 0, az = 0, jx = 0, jy = 0, jz = 0;
    for (int j = first / LANES; j < end / LANES; j++) {
        ADD_ACCELERATION(OCTET)
        ADD_JERK(OCTET)
    }
    forces[unit] = JOIN_ELEMENTS(ax);
    forces[unit + units] = JOIN_ELEMENTS(ay);
    forces[unit + 2 * units] = JOIN_ELEMENTS(az);
    forces[unit + 3 * units] = JOIN_ELEMENTS(jx);
    forces[unit + 4 * units] = JOIN_ELEMENTS(jy);
    forces[unit + 5 * units] = JOIN_ELEMENTS(jz);
}
