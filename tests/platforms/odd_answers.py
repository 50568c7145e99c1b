"""Answers of no shape that was ever agreed, as proxies and mishaps make them."""

EVERYWHERE = (
    "null",
    "[]",
    "{}",
    "5",
    '"x"',
    "true",
    "not JSON",
    "",
    '{"ok":true}',
    '{"ok":true,"result":null}',
    '{"ok":true,"result":5}',
    '{"ok":true,"result":"x"}',
    '{"ok":true,"result":{}}',
    '{"ok":false}',
    '{"ok":null,"error":7}',
    '{"ok":false,"error_code":"x","description":5}',
    '{"ok":false,"error_code":429,"description":"wait","parameters":{"retry_after":"soon"}}',
    '{"ok":false,"error_code":429,"description":"wait","parameters":{"retry_after":-1}}',
    '{"ok":false,"error_code":429,"description":"wait","parameters":null}',
    '{"ok":true,"result":' + "[" * 2000 + "]" * 2000 + "}",
)
POLLED = (
    '{"ok":true,"result":[null,5,"x",[]]}',
    '{"ok":true,"result":[{}]}',
    '{"ok":true,"result":[{"update_id":"7"}]}',
    '{"ok":true,"result":[{"update_id":null}]}',
    '{"ok":true,"result":[{"update_id":true,"message":{}}]}',
    '{"ok":true,"result":[{"update_id":1e400}]}',
)
