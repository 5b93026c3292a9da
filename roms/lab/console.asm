; The console: text mode and COM1, formatted output, and the end by panic.

SCREEN_COLUMNS  equ 80
SCREEN_LINES    equ 25
COLOUR_TEXT     equ 0x07
COLOUR_STEP     equ 0x0F
COLOUR_PANIC    equ 0x4F

; COM1 to 115,200 bits a second, eight data bits, no parity. Where there is none, its registers read FFh
; and output goes nowhere.
console_start:
        mov esi, .settings
        mov ecx, 6
.setting:
        movzx edx, byte [esi]
        add edx, COM1
        mov al, [esi + 1]
        port_out dx
        add esi, 2
        loop .setting
        mov byte [console_colour], COLOUR_TEXT
        ret
        [section strings]
.settings:
        db 1, 0x00, 3, 0x80, 0, 0x01, 1, 0x00, 3, 0x03, 2, 0x07
        __?SECT?__

; print_line(format, ...): arguments on the stack, see `say`.
print_line:
        call console_take
        lea edx, [esp + 8]
        mov eax, [esp + 4]
        call print_format
        mov al, 10
        call print_character
        jmp console_give

; print_step(format, ...): the same behind "[nn] ".
print_step:
        call console_take
        mov byte [console_colour], COLOUR_STEP
        mov al, '['
        call print_character
        inc dword [steps]
        mov eax, [steps]
        cmp eax, 10
        jae .two_digits
        mov al, ' '
        call print_character
.two_digits:
        mov eax, [steps]
        call print_decimal
        mov eax, .after
        call print_string
        mov byte [console_colour], COLOUR_TEXT
        lea edx, [esp + 8]
        mov eax, [esp + 4]
        call print_format
        mov al, 10
        call print_character
        jmp console_give
        string .after, "] "

; print_text(EAX = text, EDX = length): what a process writes, in one piece.
print_text:
        push esi
        push ebx
        mov esi, eax
        mov ebx, edx
        call console_take
.next:
        sub ebx, 1
        jb .done
        lodsb
        call print_character
        jmp .next
.done:
        pop ebx
        pop esi

console_give:
        cmp byte [locks_are_on], 0
        je .early
        mov eax, console_lock
        jmp release
.early:
        ret

; Before the locks are on, nobody else can print.
console_take:
        cmp byte [locks_are_on], 0
        je .early
        mov eax, console_lock
        jmp acquire
.early:
        ret

; print_format(EAX = format, EDX = first argument's address)
print_format:
        push esi
        push ebx
        mov esi, eax
        mov ebx, edx
.next:
        lodsb
        test al, al
        jz .done
        cmp al, '%'
        je .field
        call print_character
        jmp .next
.field:
        lodsb
        mov edx, [ebx]
        add ebx, 4
        cmp al, 'd'
        je .decimal
        cmp al, 's'
        je .string
        mov ecx, 8
        cmp al, 'x'
        je .hexadecimal
        mov ecx, 4
        cmp al, 'w'
        je .hexadecimal
        mov ecx, 2
.hexadecimal:
        mov eax, edx
        call print_hexadecimal
        jmp .next
.decimal:
        mov eax, edx
        call print_decimal
        jmp .next
.string:
        mov eax, edx
        call print_string
        jmp .next
.done:
        pop ebx
        pop esi
        ret

print_string:                           ; at EAX
        push esi
        mov esi, eax
.next:
        lodsb
        test al, al
        jz .done
        call print_character
        jmp .next
.done:
        pop esi
        ret

print_decimal:                          ; EAX, unsigned
        push ebx
        mov ebx, 10
        xor ecx, ecx
.divide:
        xor edx, edx
        div ebx
        push edx
        inc ecx
        test eax, eax
        jnz .divide
.digit:
        pop eax
        add al, '0'
        push ecx
        call print_character
        pop ecx
        loop .digit
        pop ebx
        ret

print_hexadecimal:                      ; the last ECX digits of EAX
        push ebx
        push esi
        mov ebx, eax
        mov esi, ecx
        neg ecx
        lea ecx, [ecx * 4 + 32]
        shl ebx, cl
.digit:
        rol ebx, 4
        mov eax, ebx
        and eax, 15
        mov al, [.digits + eax]
        call print_character
        dec esi
        jnz .digit
        pop esi
        pop ebx
        ret
        string .digits, "0123456789ABCDEF"

; AL to both. Changes EAX, ECX, EDX.
print_character:
        push eax
        cmp al, 10
        jne .plain
        mov al, 13
        call print_serial
        mov al, 10
.plain:
        call print_serial
        pop eax
        jmp print_screen

print_serial:
        mov ah, al
        mov ecx, 0x10000                ; a port that never gets ready is given up
.wait:
        mov edx, COM1 + 5
        port_in dx
        test al, 0x20
        jnz .ready
        loop .wait
.ready:
        mov edx, COM1
        mov al, ah
        port_out dx
        ret

; Wait until COM1 has sent everything.
drain_serial:
        mov ecx, 0x10000
        mov edx, COM1 + 5
.wait:
        port_in dx
        test al, 0x40
        jnz .empty
        loop .wait
.empty:
        ret

print_screen:
        cmp al, 10
        je .line
        mov ecx, [screen_place]
        mov ah, [console_colour]
        mov [SCREEN + ecx * 2], ax
        inc dword [screen_place]
        cmp dword [screen_place], SCREEN_COLUMNS * SCREEN_LINES
        jae .scroll
        ret
.line:
        mov eax, [screen_place]
        xor edx, edx
        mov ecx, SCREEN_COLUMNS
        div ecx
        inc eax
        mul ecx
        mov [screen_place], eax
        cmp eax, SCREEN_COLUMNS * SCREEN_LINES
        jb .cursor
.scroll:
        push esi
        push edi
        mov esi, SCREEN + SCREEN_COLUMNS * 2
        mov edi, SCREEN
        mov ecx, SCREEN_COLUMNS * (SCREEN_LINES - 1) / 2
        rep movsd
        mov eax, COLOUR_TEXT << 24 | ' ' << 16 | COLOUR_TEXT << 8 | ' '
        mov ecx, SCREEN_COLUMNS / 2
        rep stosd
        pop edi
        pop esi
        sub dword [screen_place], SCREEN_COLUMNS
.cursor:
        mov ecx, [screen_place]
        mov edx, CRTC_INDEX
        mov al, 14
        port_out dx
        inc edx
        mov al, ch
        port_out dx
        dec edx
        mov al, 15
        port_out dx
        inc edx
        mov al, cl
        port_out dx
        ret

; ---------------------------------------------------------------- the end by panic
; panic_stop(reason): the caller's address is what it names.
panic_stop:
        disable_interrupts
        call panic_begin
        push dword [esp]                ; the address
        push dword [esp + 8]            ; the reason
        push dword .text
        call print_line
        mov al, 1
        jmp power_off
        string .text, "panic: %s at %x"

; Output without locks from now on; a panic on the way out says no more.
panic_begin:
        mov byte [locks_are_on], 0
        mov byte [console_colour], COLOUR_PANIC
        cmp byte [panicked], 0
        jne .again
        mov byte [panicked], 1
        ret
.again:
        mov al, 1
        jmp power_off
