"""What is measured: how fast (`python -m benchmarks`) and how well (`python -m benchmarks.bars`)."""
