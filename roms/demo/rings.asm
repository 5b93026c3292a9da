; Mode 12h: the protection rings as shaded tori around ring 0, in 16 colours dithered to look like
; many. The picture is computed a scan line at a time and written plane by plane (write mode 0);
; the stars use write mode 2, the name write mode 3.

RINGS_X         equ 320
RINGS_Y         equ 196
RINGS_RADIUS    equ 178                 ; beyond the outermost ring

; What lies at a distance from the centre: the ramp of colours that shades it.
SPACE           equ 0
RAMP_STEEL      equ 1
RAMP_GOLD       equ 2
RAMP_RED        equ 3

; Direction of the light, towards it, in 127ths.
LIGHT_X         equ -64
LIGHT_Y         equ -76
LIGHT_Z         equ 80

rings_page:
        mov ax, 0x0012
        int 0x10
        mov si, rings_palette
        mov cx, 16
        xor al, al
        call load_dac
        mov bl, 15                      ; palette register n shows DAC register n
.straight:
        mov ax, 0x1000
        mov bh, bl
        int 0x10
        dec bl
        jns .straight

        call rings_profile
        call rings_glow
        mov ax, 0xA000
        mov es, ax
        xor dx, dx
.line:
        push dx
        call rings_line
        call rings_show_line
        pop dx
        push dx
        call poll_key
        pop dx
        jnz .leave
        inc dx
        cmp dx, 480
        jb .line

        call rings_stars
        call rings_name
        call rings_caption
.wait:
        call idle
        jz .wait
.leave:
        ret

rings_palette:
        db 0x00, 0x00, 0x02,  0x03, 0x02, 0x0C,  0x0A, 0x05, 0x1A,  0x16, 0x0A, 0x28 ; space
        db 0x04, 0x08, 0x0E,  0x0C, 0x16, 0x22,  0x19, 0x28, 0x36,  0x2A, 0x37, 0x3E ; steel
        db 0x10, 0x05, 0x00,  0x25, 0x10, 0x00,  0x38, 0x23, 0x02,  0x3E, 0x36, 0x14 ; gold
        db 0x12, 0x00, 0x03,  0x2A, 0x03, 0x06,  0x3D, 0x18, 0x12,  0x3F, 0x3F, 0x3C ; red; white

; Ramps: four steps and how each is drawn; white is the last of all but that of space.
rings_ramps:
        db 0, 1, 2, 3, 3
        db 4, 5, 6, 7, 15
        db 8, 9, 10, 11, 15
        db 12, 13, 14, 15, 15

; Middle radius, half width and ramp of what is drawn; ring 0 is a ball.
rings_bodies:
        db 0, 46, RAMP_RED
        db 78, 22, RAMP_GOLD
        db 120, 14, RAMP_STEEL
        db 156, 14, RAMP_STEEL
rings_bodies_end:

; For every distance from the centre: ramp, slope of the surface outwards (-127..127) and how much
; it faces the eye (0..127).
rings_profile:
        push es
        push ds
        pop es
        mov di, ring_kind
        xor ax, ax
        mov cx, 256
        rep stosb
        pop es
        mov si, rings_bodies
.body:
        mov bl, [si]
        xor bh, bh                      ; BX = distance
        mov al, [si + 1]
        xor ah, ah
        mov dx, ax                      ; DX = half width
        neg ax                          ; AX = offset from the middle
        or bl, bl
        jnz .first
        xor ax, ax                      ; half of a ball is outside its middle
.first:
        add bx, ax
.distance:
        push ax
        push dx
        mov cl, [si + 2]
        mov [ring_kind + bx], cl
        mov cx, dx
        mov dx, 127
        imul dx
        idiv cx
        mov [ring_slope + bx], al
        imul al                         ; facing = square root of 127^2 - slope^2
        mov cx, 127 * 127
        sub cx, ax
        call square_root
        mov [ring_facing + bx], al
        pop dx
        pop ax
        inc bx
        inc ax
        cmp ax, dx
        jle .distance
        add si, 3
        cmp si, rings_bodies_end
        jb .body
        ret

; AX = the square root of CX, rounded down: odd numbers are taken away one after another.
square_root:
        mov ax, -1
.next:
        inc ax
        push ax
        shl ax, 1
        inc ax
        sub cx, ax
        pop ax
        jnc .next
        ret

; For every distance: the brightness of space, from 255 near the rings to 0 far out.
rings_glow:
        xor bx, bx
.distance:
        mov ax, 470
        sub ax, bx
        jns .lit
        xor ax, ax
.lit:
        mul ax                          ; fading with the square
        mov cx, 866                     ; 470^2 / 255
        div cx
        shl bx, 1
        mov [glow + bx], ax
        shr bx, 1
        inc bx
        cmp bx, 512
        jb .distance
        ret

; Compute scan line DX into plane_rows.
rings_line:
        mov bx, dx
        and bx, 7
        mov cl, 3
        shl bx, cl
        add bx, rings_thresholds
        mov [rings_dither], bx
        sub dx, RINGS_Y
        mov [rings_dy], dx
        mov ax, LIGHT_Y
        imul dx
        mov [rings_light], ax
        mov word [rings_dx], -RINGS_X
        mov word [rings_distance], RINGS_X
        xor di, di                      ; byte in the line
.byte:
        mov ch, 8
        xor bp, bp                      ; two planes
        xor si, si                      ; two more
.dot:
        call rings_dot                  ; AL = colour
        mov bx, bp
        mov dx, si
        shr al, 1
        rcl bl, 1
        shr al, 1
        rcl bh, 1
        shr al, 1
        rcl dl, 1
        shr al, 1
        rcl dh, 1
        mov bp, bx
        mov si, dx
        inc word [rings_dx]
        dec ch
        jnz .dot
        mov bx, bp
        mov dx, si
        mov [plane_rows + di], bl
        mov [plane_rows + 80 + di], bh
        mov [plane_rows + 160 + di], dl
        mov [plane_rows + 240 + di], dh
        inc di
        cmp di, 80
        jb .byte
        ret

; AL = the colour of the dot at rings_dx, rings_dy. Keeps CX, SI, DI, BP.
rings_dot:
        push cx
        push si
        call rings_step
        mov bx, [rings_distance]
        cmp bx, RINGS_RADIUS
        jae .space
        mov al, [ring_kind + bx]
        or al, al
        jz .space
        push ax
        or bx, bx
        jz .centre
        mov ax, LIGHT_X                 ; how the surface leans to the light
        imul word [rings_dx]
        add ax, [rings_light]
        cwd
        idiv bx
        imul byte [ring_slope + bx]
        jmp .facing
.centre:
        xor ax, ax
.facing:
        mov cx, ax
        mov al, [ring_facing + bx]
        mov ah, LIGHT_Z
        mul ah
        add ax, cx
        sar ax, 1                       ; 127 squared becomes about 255 * 31
        jns .lit
        xor ax, ax
.lit:
        mov cl, 5
        shr ax, cl
        mov cx, ax
        shr ax, 1                       ; three quarters of it, and light from everywhere
        add ax, cx
        shr ax, 1
        add ax, 18
        sub cx, 226                     ; a highlight
        jb .dull
        shl cx, 1
        add ax, cx
.dull:
        cmp ax, 255
        jbe .shade
        mov ax, 255
.shade:
        pop bx
        jmp .dither
.space:
        cmp bx, 511
        jbe .near
        mov bx, 511
.near:
        shl bx, 1
        mov ax, [glow + bx]
        xor bx, bx
.dither:
        mov cl, al                      ; brightness
        mov al, bl                      ; ramp, five steps
        mov bl, 5
        mul bl
        mov si, ax
        mov al, cl
        mov bl, 4
        mul bl
        mov bx, [rings_dx]
        and bx, 7
        add bx, [rings_dither]
        mov bl, [bx]
        xor bh, bh
        add ax, bx
        mov al, ah                      ; the step that the threshold of this place picks
        xor ah, ah
        add si, ax
        mov al, [rings_ramps + si]
        pop si
        pop cx
        ret

; Bring rings_distance up to date for the next dot: it changes by one at most but at the line's
; start, so squares are compared, not roots taken.
rings_step:
        push dx
        mov ax, [rings_dx]
        imul ax
        mov bx, ax
        mov cx, dx
        mov ax, [rings_dy]
        imul ax
        add bx, ax
        adc cx, dx                      ; CX:BX = square of the distance
.compare:
        mov ax, [rings_distance]
        mul ax
        cmp dx, cx
        jne .differs
        cmp ax, bx
.differs:
        ja .less
        mov ax, [rings_distance]
        inc ax
        mul ax
        cmp dx, cx
        jne .next_differs
        cmp ax, bx
.next_differs:
        ja .done
        inc word [rings_distance]
        jmp .compare
.less:
        dec word [rings_distance]
        jmp .compare
.done:
        pop dx
        ret

; Thresholds of an 8 by 8 ordered dither, 0..252.
rings_thresholds:
        db   0, 128,  32, 160,   8, 136,  40, 168
        db 192,  64, 224,  96, 200,  72, 232, 104
        db  48, 176,  16, 144,  56, 184,  24, 152
        db 240, 112, 208,  80, 248, 120, 216,  88
        db  12, 140,  44, 172,   4, 132,  36, 164
        db 204,  76, 236, 108, 196,  68, 228, 100
        db  60, 188,  28, 156,  52, 180,  20, 148
        db 252, 124, 220,  92, 244, 116, 212,  84

; Write plane_rows to line rings_dy of the screen, one plane after another. ES = A000h.
rings_show_line:
        mov ax, [rings_dy]
        add ax, RINGS_Y
        mov bx, 80
        mul bx
        mov bx, ax
        mov si, plane_rows
        mov ax, 0x0102                  ; map mask: plane 0
        mov dx, 0x3C4
.plane:
        out dx, ax
        mov di, bx
        mov cx, 40
        rep movsw
        shl ah, 1
        cmp ah, 0x10
        jb .plane
        mov ax, 0x0F02
        out dx, ax
        ret

; Dots of several brightnesses where only space is: write mode 2 takes the colour as data, the bit
; mask is the dot.
rings_stars:
        mov dx, 0x3CE
        mov ax, 0x0205
        out dx, ax
        mov word [.seed], 0xACE1
        mov bp, 260
.star:
        call .random
        xor dx, dx
        mov bx, 640
        div bx
        mov cx, dx                      ; column
        call .random
        xor dx, dx
        mov bx, 480
        div bx                          ; DX = line
        push dx
        mov ax, cx
        sub ax, RINGS_X
        imul ax
        mov bx, ax
        mov si, dx
        pop ax
        push ax
        sub ax, RINGS_Y
        imul ax
        add bx, ax
        adc si, dx
        pop ax
        jnz .far
        cmp bx, RINGS_RADIUS * RINGS_RADIUS
        jb .next
.far:
        mov bx, 80
        mul bx
        mov di, ax
        mov ax, cx
        mov bl, cl
        mov cl, 3
        shr ax, cl
        add di, ax
        mov cl, bl
        and cl, 7
        mov ah, 0x80
        shr ah, cl
        mov al, 8
        mov dx, 0x3CE
        out dx, ax
        mov bx, bp
        and bx, 3
        mov al, [.colours + bx]
        mov ah, [es:di]                 ; fills the latches
        mov [es:di], al
.next:
        dec bp
        jnz .star
        mov dx, 0x3CE
        mov ax, 0x0005
        out dx, ax
        mov ax, 0xFF08
        out dx, ax
        ret
.random:
        mov ax, [.seed]                 ; a 16-bit shift register that visits all but 0
        push cx
        mov cx, 7
.shift:
        shr ax, 1
        jnc .bit
        xor ax, 0xB400
.bit:
        loop .shift
        mov [.seed], ax
        pop cx
        ret
.seed:  dw 0
.colours:
        db 3, 6, 7, 15

; The name, in the BIOS's own 8x16 letters enlarged six times across and five times down: write
; mode 3 draws the set/reset colour where data bits are set and leaves the rest.
NAME_WIDTH      equ 6
NAME_HEIGHT     equ 4
NAME_ROW        equ 384
NAME_COLUMN     equ 19                  ; in bytes

rings_name:
        push es
        mov ax, 0x1130
        mov bh, 6
        int 0x10
        mov [.font], bp
        mov [.font + 2], es
        pop es
        mov dx, 0x3CE
        mov ax, 0x0305                  ; write mode 3
        out dx, ax
        mov cx, (NAME_ROW + 2) * 80 + NAME_COLUMN
        mov byte [.colour], 1           ; a shadow first
        call .word
        mov cx, NAME_ROW * 80 + NAME_COLUMN
        mov byte [.colour], 0
        call .word
        mov dx, 0x3CE
        mov ax, 0x0005
        out dx, ax
        mov ax, 0x0000
        out dx, ax
        ret

; The word from byte CX on; .colour = 0: gold, changing from line to line.
.word:
        mov si, .letters
.letter:
        lodsb
        or al, al
        jz .done
        push si
        push cx
        push es
        les si, [.font]
        mov ah, 16
        mul ah
        add si, ax
        xor bx, bx                      ; line of the letter
.row:
        mov al, [es:si + bx]
        mov dx, NAME_HEIGHT
.again:
        push es
        push bx
        push dx
        push ax
        mov di, 0xA000
        mov es, di
        call .set_colour
        pop ax
        push ax
        mov di, cx
        call .stretch
        pop ax
        pop dx
        pop bx
        pop es
        add cx, 80
        dec dx
        jnz .again
        inc bx
        cmp bx, 16
        jb .row
        pop es
        pop cx
        pop si
        add cx, NAME_WIDTH
        jmp .letter
.done:
        ret
.set_colour:
        mov ah, [.colour]
        or ah, ah
        jnz .chosen
        mov al, bl
        push bx
        mov bx, .gold
        xlat
        pop bx
        mov ah, al
        jmp .set
.chosen:
        mov ah, 0
.set:
        mov dx, 0x3CE
        mov al, 0
        out dx, ax
        ret

; The eight dots of AL, each NAME_WIDTH wide, to ES:DI.
.stretch:
        mov ah, al
        mov dh, 8                       ; dots
        mov bh, 8                       ; free bits in the byte being made
        xor al, al
.dot:
        mov dl, NAME_WIDTH
        shl ah, 1
        sbb bl, bl
.bit:
        shr bl, 1                       ; all ones or none: its lowest bit is the dot
        pushf
        rcl bl, 1
        popf
        rcl al, 1
        dec bh
        jnz .bit_done
        mov bh, [es:di]                 ; fills the latches
        stosb
        mov bh, 8
        xor al, al
.bit_done:
        dec dl
        jnz .bit
        dec dh
        jnz .dot
        ret
.font:  dd 0
.colour:
        db 0
.gold:  db 8, 8, 15, 15, 11, 11, 10, 10, 10, 9, 9, 9, 8, 8, 8, 8
.letters:
        db "RingOne", 0

; What the rings are, in letters of the BIOS that let the picture shine through (write mode 3).
rings_caption:
        mov dx, 0x3CE
        mov ax, 0x0305
        out dx, ax
        mov si, .lines
.line:
        lodsw                           ; row, column
        cmp ax, 0xFFFF
        je .done
        mov bl, al
        mov al, ah
        mov ah, 0
        mov cx, 80 * 16
        mul cx
        mov bh, 0
        add bx, ax                      ; the line's place in memory
        lodsb
        mov ah, al                      ; set/reset: the colour
        mov al, 0
        mov dx, 0x3CE
        out dx, ax
.letter:
        lodsb
        or al, al
        jz .line
        push si
        push ds
        lds si, [rings_name.font]
        mov ah, 16
        mul ah
        add si, ax
        mov di, bx
        mov cx, 16
.row:
        lodsb
        mov ah, [es:di]                 ; fills the latches
        mov [es:di], al
        add di, 80
        loop .row
        pop ds
        pop si
        inc bx
        jmp .letter
.done:
        mov dx, 0x3CE
        mov ax, 0x0005
        out dx, ax
        mov ax, 0x0000
        out dx, ax
        ret
%macro caption 4                        ; row, column, colour, text
        db %2, %1, %3, %4, 0
%endmacro
.lines:
        caption 1, 2, 14, "ring 0  monitor"
        caption 2, 2, 11, "ring 1  guest's kernel"
        caption 3, 2, 6, "ring 2"
        caption 4, 2, 6, "ring 3  its programs"
        caption 28, 52, 5, "640 x 480, 16 colours   Esc"
        dw 0xFFFF
