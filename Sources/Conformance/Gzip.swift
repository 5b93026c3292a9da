import CZlib

/// Inflates gzip streams.
enum Gzip {
  static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// What a vector file may inflate to at most; a damaged or hostile file does not fill the host.
  static let largestOutput = 1 << 30

  /// - Returns: nil if the stream is damaged, ends early, or is larger than ``largestOutput``.
  static func inflate(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // 15 window bits, plus 16: expect a gzip header.
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: max(4096, bytes.count * 12))
    var written = 0
    var input = bytes
    return input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      while true {
        let status = output.withUnsafeMutableBufferPointer { room -> Int32 in
          stream.next_out = room.baseAddress.map { $0 + written }
          stream.avail_out = UInt32(room.count - written)
          let status = CZlib.inflate(&stream, Z_NO_FLUSH)
          written = room.count - Int(stream.avail_out)
          return status
        }
        if status == Z_STREAM_END {
          output.removeLast(output.count - written)
          return output
        }
        guard status == Z_OK, written == output.count, written < Self.largestOutput else {
          return nil
        }
        output.append(contentsOf: repeatElement(0, count: output.count))
      }
    }
  }
}
