// What the force kernel relies on, so that the host can hold the device to it: separate rounding of product and sum,
// correctly rounded division and square root, and subnormal numbers.

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#pragma OPENCL FP_CONTRACT OFF

// a, b, c: n numbers each; result: a*b+c, a/b, sqrt|a|, 1/sqrt|a|, n of each.
kernel void selftest(const int n, global const double *restrict a, global const double *restrict b,
                     global const double *restrict c, global double *restrict result) {
    const int i = get_global_id(0);
    result[i] = a[i] * b[i] + c[i];
    result[n + i] = a[i] / b[i];
    result[2 * n + i] = sqrt(fabs(a[i]));
    result[3 * n + i] = 1.0 / sqrt(fabs(a[i]));
}
