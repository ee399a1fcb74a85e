"""No tables of its own: the lock lies on those of the others.

The module is here because Django tells only apps with models that it has migrated.
"""
