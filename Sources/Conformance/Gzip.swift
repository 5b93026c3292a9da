import CZlib

/// Inflates and deflates gzip streams.
enum Gzip {
  /// Why a stream cannot be inflated.
  enum Damage: Error, Equatable {
    case damaged
    case endsEarly
    /// It inflates to more than ``largestOutput``.
    case tooLarge
  }

  static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// What a vector file may hold at most; a damaged or hostile file does not fill the host.
  static let largestOutput = 512 << 20

  /// CRC-32 of some bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { source in
      UInt32(truncatingIfNeeded: crc32_z(0, source.baseAddress, source.count))
    }
  }

  static func inflate(_ bytes: [UInt8]) throws(Damage) -> [UInt8] {
    var stream = z_stream()
    // 15 window bits, plus 16: expect a gzip header.
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { preconditionFailure("zlib has no memory for its window") }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var input = bytes
    let damage = input.withUnsafeMutableBufferPointer { source -> Damage? in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(clamping: source.count)
      while true {
        var written = 0
        let status = piece.withUnsafeMutableBufferPointer { room -> Int32 in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          let status = CZlib.inflate(&stream, Z_NO_FLUSH)
          written = room.count - Int(stream.avail_out)
          return status
        }
        guard output.count + written <= largestOutput else { return .tooLarge }
        output.append(contentsOf: piece[..<written])
        switch status {
        case Z_STREAM_END:
          // RFC 1952, 2.2: a file may hold several members, one behind the other.
          guard stream.avail_in > 0 else { return nil }
          guard inflateReset(&stream) == Z_OK else { return .damaged }
        case Z_OK: break
        case Z_BUF_ERROR: return .endsEarly
        default: return .damaged
        }
      }
    }
    if let damage { throw damage }
    return output
  }

  /// A gzip stream without a time stamp: equal bytes give equal files.
  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { preconditionFailure("zlib has no memory for its window") }
    defer { deflateEnd(&stream) }
    var output = [UInt8](
      repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    var input = bytes
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { room in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(room.count)
        let status = CZlib.deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "deflateBound leaves room for everything")
      }
    }
    output.removeLast(Int(stream.avail_out))
    return output
  }
}
