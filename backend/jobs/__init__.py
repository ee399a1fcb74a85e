"""Background work: transactional, in the same database as what it belongs to, tried again until it succeeds.

Other apps use `backend.jobs.task.task`, `backend.jobs.schedule` and nothing else.
"""
