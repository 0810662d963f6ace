// Acceleration alone of few targets: a work-item does one, as in jerk_few.cl. Mirrored by
// VectorTile and PlainTile.

// units: of one target; forces: ax, ay, az, each of length units.
kernel void acceleration_few(const int units, const int size, global const double *restrict input,
                             global double *restrict forces) {
    const int unit = get_global_id(0);
    if (unit >= units) {
        return;
    }
    UNIT(7)
    const int t = targets[unit];
    TARGET_POSITION(TARGET)
    double8 ax = 0, ay = 0, az = 0;
    for (int j = first / LANES; j < end / LANES; j++) {
        ADD_ACCELERATION(OCTET)
    }
    forces[unit] = JOIN_ELEMENTS(ax);
    forces[unit + units] = JOIN_ELEMENTS(ay);
    forces[unit + 2 * units] = JOIN_ELEMENTS(az);
}
