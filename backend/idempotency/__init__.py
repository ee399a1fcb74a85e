"""The Idempotency-Key header: a creating request that is sent again creates nothing again."""
