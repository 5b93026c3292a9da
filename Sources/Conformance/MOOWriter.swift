extension VectorFile {
  /// The file's bytes, without compression; reading them gives the file again.
  public func encoded() -> [UInt8] { MOOWriter(file: self).bytes }

  /// The same as a gzip stream.
  public func compressed() -> [UInt8] { Gzip.deflate(encoded()) }
}

/// Writes the chunks of a MOO file.
private struct MOOWriter {
  let file: VectorFile
  /// Which of the formats the registers have.
  private var layout: Layout { Layout(source: file.source) }

  init(file: VectorFile) { self.file = file }

  private struct Layout {
    var values: UInt32
    var masks: UInt32
    var order: [VectorRegister]
    var width: Int

    init(source: VectorSource) {
      switch source {
      case .native32, .native64:
        self.init(values: MOO.registers64, masks: MOO.mask64, order: MOO.order64, width: 8)
      case .i80386EX:
        self.init(values: MOO.registers32, masks: MOO.mask32, order: MOO.order32, width: 4)
      default:
        self.init(values: MOO.registers16, masks: MOO.mask16, order: MOO.order16, width: 2)
      }
    }

    private init(values: UInt32, masks: UInt32, order: [VectorRegister], width: Int) {
      self.values = values
      self.masks = masks
      self.order = order
      self.width = width
    }
  }

  var bytes: [UInt8] {
    // Version 1.0 and two reserved bytes.
    let header = [1, 0, 0, 0] + word(UInt32(file.vectors.count)) + Array(file.source.rawValue.utf8)
    var bytes = chunk(MOO.moo, header)
    if let model = file.model { bytes += counted(MOO.model, Array(model.utf8)) }
    if let masks = file.definedBits { bytes += registers(masks, type: layout.masks) }
    for vector in file.vectors { bytes += test(vector) }
    return bytes
  }

  private func test(_ vector: Vector) -> [UInt8] {
    var payload = word(UInt32(truncatingIfNeeded: vector.index))
    payload += counted(MOO.name, Array(vector.name.utf8))
    payload += counted(MOO.bytes, vector.bytes)
    payload += chunk(MOO.initial, state(vector.initial))
    payload += chunk(MOO.final, state(vector.final))
    if let exception = vector.exception {
      payload += chunk(MOO.exception, [exception.vector] + word(exception.address))
    }
    return chunk(MOO.test, payload)
  }

  private func state(_ state: VectorState) -> [UInt8] {
    var bytes = registers(state.registers, type: layout.values)
    if let masks = state.definedBits { bytes += registers(masks, type: layout.masks) }
    bytes += counted(
      MOO.memory, state.memory.flatMap { word($0.address) + [$0.value] }, count: state.memory.count)
    if !state.queue.isEmpty { bytes += counted(MOO.queue, state.queue) }
    if !state.floatingPoint.isEmpty { bytes += chunk(MOO.floatingPoint, state.floatingPoint) }
    return bytes
  }

  private func registers(_ values: RegisterValues, type: UInt32) -> [UInt8] {
    var mask: UInt32 = 0
    var bytes: [UInt8] = []
    for (bit, register) in layout.order.enumerated() {
      guard let value = values[register] else { continue }
      mask |= 1 << UInt32(bit)
      bytes += little(value, layout.width)
    }
    return chunk(type, little(UInt64(mask), min(layout.width, 4)) + bytes)
  }

  private func counted(_ type: UInt32, _ bytes: [UInt8], count: Int? = nil) -> [UInt8] {
    chunk(type, word(UInt32(count ?? bytes.count)) + bytes)
  }

  private func chunk(_ type: UInt32, _ payload: [UInt8]) -> [UInt8] {
    word(type) + word(UInt32(payload.count)) + payload
  }

  private func word(_ value: UInt32) -> [UInt8] { little(UInt64(value), 4) }

  private func little(_ value: UInt64, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }
}
