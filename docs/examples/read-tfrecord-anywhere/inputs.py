"""A TFRecord file of three records, written by TensorFlow's TFRecordWriter.

Each is a tf.train.Example with an integer, three floats and a text.
"""

import base64
from pathlib import Path

DATA = """
QQAAAAAAAAAAqcKrCj8KDgoFbGFiZWwSBRoDCgEDChEKBG5hbWUSCQoHCgVhcHBsZQoaCgZz
Y29yZXMSEBIOCgwAAIA+AADAvwAAAED4Q83hQgAAAAAAAAB5826qCkAKDwoFbGFiZWwSBhoE
CgKsAgoRCgRuYW1lEgkKBwoFYmlyY2gKGgoGc2NvcmVzEhASDgoMAACAPwAAAD8AAEC/JOND
YUwAAAAAAAAA9dSioApKChcKBWxhYmVsEg4aDAoK////////////AQoTCgRuYW1lEgsKCQoH
dW5rbm93bgoaCgZzY29yZXMSEBIOCgwAACDAAAAAAAAAgEDXSF3T
"""

path = Path("three.tfrecord")
path.write_bytes(base64.b64decode(DATA))
