// Acceleration alone of few targets: a work-item does one, as in jerk_few.cl. Mirrored by SourceTile.

// units: of one target; forces: ax, ay, az, each of length units.
kernel void acceleration_few(const int units, const int size, global const double *restrict input,
                             global double *restrict forces) {
    const int unit = get_global_id(0);
    if (unit >= units) {
        return;
    }
    BODIES(7)
    const int t = targets[unit];
    const double8 xi = x[t], yi = y[t], zi = z[t], xli = xl[t], yli = yl[t], zli = zl[t];
    double8 ax = 0, ay = 0, az = 0;
    for (int j = first / LANES; j < end / LANES; j++) {
        ADD_ACCELERATION(vload8(j, x), vload8(j, y), vload8(j, z), vload8(j, xl), vload8(j, yl), vload8(j, zl),
                         vload8(j, mass))
    }
    forces[unit] = JOIN_ELEMENTS(ax);
    forces[unit + units] = JOIN_ELEMENTS(ay);
    forces[unit + 2 * units] = JOIN_ELEMENTS(az);
}
