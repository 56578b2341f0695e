"""Benchmarks (การวัดความเร็ว): what the README says of speed, measured anew by one command.

    python -m benchmarks              all of them, in less than five minutes
    python -m benchmarks speed        one of them: speed, reports, growth, batch, startup
    python -m benchmarks --quick      each in seconds, to see that it runs; its figures mean nothing

What is compared runs in turns and in one process where that is possible, and the median is printed: of the time on the
clock, and of the processor time, which a busy machine disturbs less.  The data is generated from a seed, other data in
every run, so that nothing can be a result that was kept.
"""
