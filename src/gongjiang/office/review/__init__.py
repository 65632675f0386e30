"""Expert review: panels, draws, recusals, scores, visits."""
