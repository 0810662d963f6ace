// What the force kernel relies on, so that the host can hold the device to it: separate rounding of product and sum,
// correctly rounded division and square root in both precisions, and subnormal numbers.

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#pragma OPENCL FP_CONTRACT OFF

// input: a, b, c, as many numbers of each as there are work-items; output: a*b+c, a/b, sqrt|a|,
// 1/sqrt|a|, fma(a,b,c), and 1/sqrt|a| in single precision, as many of each.
kernel void selftest(global const double *restrict input, global double *restrict output) {
    const size_t n = get_global_size(0);
    const size_t i = get_global_id(0);
    const double a = input[i];
    const double b = input[n + i];
    const double c = input[2 * n + i];
    output[i] = a * b + c;
    output[n + i] = a / b;
    output[2 * n + i] = sqrt(fabs(a));
    output[3 * n + i] = 1.0 / sqrt(fabs(a));
    output[4 * n + i] = fma(a, b, c);
    output[5 * n + i] = convert_double(1.0f / sqrt(convert_float(fabs(a))));
}
