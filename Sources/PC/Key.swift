public enum Key: UInt8, Codable, Sendable { case enter }
