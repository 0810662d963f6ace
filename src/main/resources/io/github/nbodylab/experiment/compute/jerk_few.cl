// Acceleration and jerk of few targets: a work-item does one, and all eight lanes of the sum at once. Mirrored by SourceTile.

// units: of one target; forces: ax, ay, az, jx, jy, jz, each of length units.
kernel void jerk_few(const int units, const int size, global const double *restrict input,
                     global double *restrict forces) {
    const int unit = get_global_id(0);
    if (unit >= units) {
        return;
    }
    BODIES(10)
    VELOCITIES
    const int t = targets[unit];
    const double8 xi = x[t], yi = y[t], zi = z[t], xli = xl[t], yli = yl[t], zli = zl[t];
    const double8 vxi = vx[t], vyi = vy[t], vzi = vz[t];
    double8 ax = 0, ay = 0, az = 0, jx = 0, jy = 0, jz = 0;
    for (int j = first / LANES; j < end / LANES; j++) {
        ADD_ACCELERATION(vload8(j, x), vload8(j, y), vload8(j, z), vload8(j, xl), vload8(j, yl), vload8(j, zl),
                         vload8(j, mass))
        ADD_JERK(vload8(j, vx), vload8(j, vy), vload8(j, vz))
    }
    forces[unit] = JOIN_ELEMENTS(ax);
    forces[unit + units] = JOIN_ELEMENTS(ay);
    forces[unit + 2 * units] = JOIN_ELEMENTS(az);
    forces[unit + 3 * units] = JOIN_ELEMENTS(jx);
    forces[unit + 4 * units] = JOIN_ELEMENTS(jy);
    forces[unit + 5 * units] = JOIN_ELEMENTS(jz);
}
